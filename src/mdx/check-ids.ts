import { fileOf } from '../story/file-of.ts'
import { isPageId } from '../story/page-ids.ts'
import type { Slide } from '../story/story.ts'
import { idsIn } from '../tree/ids-in.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'

/** Ids that authors gave to elements and that the pages have already; links to the one would lead to the other. */
export function checkIds(slides: readonly Slide[]): Diagnostic[] {
  const owners = new Map(slides.map(({ id }) => [id, `the slide ${shown(id)}`]))
  for (const { act } of slides) owners.set(`act-${act.id}`, `the act ${shown(act.title)}`)
  return slides.flatMap((slide) => {
    const name = fileOf(slide)
    return [...new Set(idsIn(slide.content))].flatMap((id) => {
      const owner = isPageId(id) ? 'the page itself' : owners.get(id)
      if (owner === undefined) owners.set(id, name)
      else
        return [{ location: { file: name }, message: `found the id ${shown(id)}, which ${owner} has too; call it another name` }]
      return []
    })
  })
}
