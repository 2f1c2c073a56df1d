import type { Part, Sheet } from '../../story/handout.ts'
import { recordsIn } from '../../story/share.ts'
import type { Slide } from '../../story/story.ts'
import type { Telling } from './edition.ts'

/** Rows after which a table ends and another begins with heads of its own; about three pages. */
const ROWS = 42

/** Height of a figure in px. */
const FIGURE = 320

/** The handout that nobody has designed: act by act, in the order of telling, and a table of all records. */
export function defaultSheets({ deck, slides }: Telling): Sheet[] {
  const without = new Set(deck.handout?.without)
  const acts = deck.acts.flatMap((act): Sheet[] => {
    const { title } = act
    const told = slides.filter((slide) => slide.act.id === act.id && (slide.record || !without.has(slide.id)))
    if (told.length === 0) return []
    const parts: Part[] = [{ kind: 'opener', title, records: recordsIn(act, slides).map(({ id }) => id) }]
    for (const slide of told) add(parts, slide)
    return [{ header: title, parts }]
  })
  return [...acts, { header: deck.title, parts: [{ kind: 'table', caption: deck.title }] }]
}

/** Rows that follow one another make one table. */
function add(parts: Part[], { id, record, stage }: Slide): void {
  const last = parts.at(-1)
  if (!record) {
    parts.push({ kind: 'beats', slides: [id] })
    if (stage) parts.push({ kind: 'figure', slide: id, height: FIGURE })
  } else if (last?.kind === 'rows' && last.records.length < ROWS) {
    parts[parts.length - 1] = { kind: 'rows', records: [...last.records, record.id] }
  } else parts.push({ kind: 'rows', records: [record.id] })
}
