import advances from './advances.json' with { type: 'json' }
import { numberOf, type SceneItem, textMetrics } from './scenegraph.ts'
import { unknownAdvance } from './unknown-advance.ts'

const faces: Readonly<Record<string, readonly number[]>> = advances.faces
const indexOf = new Map([...advances.characters].map((character, index) => [character, index]))

/** Width of one line of text in px, from the real advance widths of the two families; kerning is left out. */
export function textWidth(text: string, size: number, family = '', weight: number | string = 400): number {
  const face = faces[faceName(family, weight)] ?? []
  let width = 0
  for (const character of text) width += face[indexOf.get(character) ?? -1] ?? unknownAdvance(character)
  return (width * size) / 1000
}

function faceName(family: string, weight: number | string): string {
  const name = family.includes('Serif') ? 'Source Serif 4' : 'Source Sans 3'
  return `${name} ${weight === 'bold' || Number(weight) >= 500 ? 600 : 400}`
}

/** Width in px that a Vega text item takes with the given text. */
export function itemWidth(item: SceneItem, text: string): number {
  return textWidth(text, numberOf(item, 'fontSize', 11), String(item.font ?? ''), item.fontWeight as number | string | undefined)
}

/** Makes Vega's layout measure text with these widths; without a canvas it would take 0.8 em for every character. */
export function measureInVega(): void {
  textMetrics.width = (item, text) => itemWidth(item, String(text ?? ''))
}
