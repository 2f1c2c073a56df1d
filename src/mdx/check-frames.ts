import type { Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'

/** Frames of other sites that the deck has not named: a page may only show those that its policy is opened for. */
export function checkFrames({ content }: Pick<Slide, 'content'>, allowed: readonly string[] = []): Diagnostic[] {
  const addresses = elementsOf(content).flatMap(({ properties }) => properties.dataFrame ?? [])
  return [...new Set(addresses.map(String))].flatMap((address) => {
    const origin = originOf(address)
    if (origin === undefined)
      return [{ message: `<Outside>: found the address ${shown(address)}, expected one that begins with \`https://\`` }]
    if (allowed.includes(origin)) return []
    return [
      {
        message: `<Outside>: found ${shown(address)}, whose origin the deck does not name; write \`frames: ['${origin}']\` in slides/deck.ts`,
      },
    ]
  })
}

/** Undefined for what is no address of a site that keeps its readers' visits to itself. */
function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' ? url.origin : undefined
}
