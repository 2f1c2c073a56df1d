import advances from './advances.json' with { type: 'json' }
import { unknownAdvance } from './unknown-advance.ts'

const faces: Readonly<Record<string, readonly number[]>> = advances.faces
const indexOf = new Map([...advances.characters].map((character, index) => [character, index]))

/** Families whose letters are as wide as those of Helvetica, or nearly, and what a browser takes for them. */
const OF_OTHERS = 'Liberation Sans'

/** Every letter is as wide as any other, in thousandths of the size. */
const MONOSPACE = 600

/** Width of one line of text in px, from the real advance widths of the family; kerning is left out. */
export function textWidth(text: string, size: number, family = '', weight: number | string = 400): number {
  const name = familyName(family)
  const face = faces[`${name} ${weight === 'bold' || Number(weight) >= 500 ? 600 : 400}`]
  let width = 0
  for (const character of text) width += advanceOf(character, face)
  return (width * size) / 1000
}

function advanceOf(character: string, face: readonly number[] | undefined): number {
  if (!face) return Math.max(MONOSPACE, unknownAdvance(character))
  return face[indexOf.get(character) ?? -1] ?? unknownAdvance(character)
}

/** The first family of a list decides; one of the page's own properties, or none, is the page's sans. */
function familyName(list: string): string {
  const family = list.split(',')[0] ?? ''
  if (/mono|courier|consol|menlo/i.test(family)) return 'monospace'
  if (/sans|helvetica|arial/i.test(family)) return isOwnFace(family) ? 'Source Sans 3' : OF_OTHERS
  if (/serif|times|georgia|garamond|palatino/i.test(family)) return 'Source Serif 4'
  return isOwnFace(family) ? 'Source Sans 3' : OF_OTHERS
}

/** Whether a family is one of the page's own. */
export function isOwnFace(family = ''): boolean {
  return family === '' || /^\W*Source S|var\(/.test(family)
}
