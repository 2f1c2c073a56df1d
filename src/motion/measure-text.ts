import { type AdvanceOf, tableOf } from '../fonts/advances.ts'
import { FAMILIES, type Role } from '../fonts/face.ts'
import { clustersOf, isUnusual } from '../fonts/letters.ts'
import type { FontLibrary } from '../fonts/library.ts'
import { numberOf, type SceneItem, textMetrics } from './scenegraph.ts'
import { unknownAdvance } from './unknown-advance.ts'

/** Where the widths of letters come from that the tables of advances do not hold. */
type Letters = Pick<FontLibrary, 'advance' | 'families'>

/** What a chart's text is drawn in. */
interface DrawnFamily {
  /** How a page names it; undefined where it is what all text is set in. */
  css: string | undefined
  /** A role, or the name of a family: one of the deck's own, or one with tables of advances. */
  face: string
  /** Whether it is the page's; lines of others stand elsewhere. */
  isOurs: boolean
}

let letters: Letters | undefined
let isAsNamed = false

/** Measures from now on with these fonts, where the story's own families lack a letter. */
export function measureWith(fonts: Letters): void {
  letters = fonts
}

/** While something is made, charts are measured and drawn in the families that they name themselves, and not in those of a page. */
export function inNamedFamilies<Made>(make: () => Made): Made {
  const before = isAsNamed
  isAsNamed = true
  try {
    return make()
  } finally {
    isAsNamed = before
  }
}

/** The family that a chart's text is drawn in, where the chart names one or none. */
export function drawnFamily(family = ''): DrawnFamily {
  return isAsNamed ? namedFamily(family || 'sans-serif') : pageFamily(family)
}

/** Names of families that are closer to our serif than to our sans. */
const SERIF = /(?<!sans-)serif|georgia|times|garamond|palatino|cambria|bookman|baskerville|didot|caslon/i

/** No machine has the fonts of another, so pages bring theirs: a family of the deck's own by its name, else the story's. */
function pageFamily(list: string): DrawnFamily {
  const names = list.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
  const own = names.find((name) => letters?.families.has(name))
  if (own !== undefined) return { css: `${JSON.stringify(own)}, var(--sans)`, face: own, isOurs: true }
  const face: Role = SERIF.test(list) ? 'serif' : 'sans'
  return { css: list === '' ? undefined : `var(--${face})`, face, isOurs: true }
}

/** The first family of a list decides. What is not known is taken for as wide as Helvetica, as browsers do. */
function namedFamily(list: string): DrawnFamily {
  const family = list.split(',')[0] ?? ''
  const isOurs = /^\W*Source S|var\(/.test(family)
  const face = () => {
    if (/mono|courier|consol|menlo/i.test(family)) return 'monospace'
    if (SERIF.test(family)) return 'serif'
    return isOurs ? 'sans' : 'Liberation Sans'
  }
  return { css: list, face: face(), isOurs }
}

/** Width of one line of text in px, from the real advance widths of the faces it is set in; kerning and ligatures are left out. */
export function textWidth(text: string, size: number, family = '', weight: number | string = 400): number {
  const { face } = drawnFamily(family)
  const heavy = weight === 'bold' || Number(weight) >= 500 ? 600 : 400
  const tabled = tableOf(face === 'serif' || face === 'sans' ? FAMILIES[face].family : face, heavy)
  const others = isAsNamed ? undefined : letters
  const widthOf = (letter: string) => tabled?.(letter) ?? others?.advance(letter, face, heavy) ?? sumOf(letter, tabled)
  let width = 0
  for (const letter of !tabled || isUnusual(text) ? clustersOf(text) : text) width += widthOf(letter)
  return (width * size) / 1000
}

/** Of every letter of typewriters the unknown width is the right one, too. */
function sumOf(letter: string, tabled: AdvanceOf | undefined): number {
  let sum = 0
  for (const character of letter) sum += tabled?.(character) ?? unknownAdvance(character)
  return sum
}

/** Width in px that a Vega text item takes with the given text. */
export function itemWidth(item: SceneItem, text: string): number {
  return textWidth(text, numberOf(item, 'fontSize', 11), String(item.font ?? ''), item.fontWeight as number | string | undefined)
}

/** A line of a Vega text item, cut to the item's limit as Vega cuts it. */
export function fittedLine(item: SceneItem, text: string): string {
  const limit = numberOf(item, 'limit')
  if (!(limit > 0) || itemWidth(item, text) < limit) return text
  const ellipsis = typeof item.ellipsis === 'string' ? item.ellipsis : '\u2026'
  const room = limit - itemWidth(item, ellipsis)
  const isFromRight = item.dir === 'rtl'
  const part = (length: number) => (isFromRight ? text.slice(text.length - length) : text.slice(0, length))
  let [fits, tooLong] = [0, text.length + 1]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >>> 1
    if (itemWidth(item, part(middle)) < room) fits = middle
    else tooLong = middle
  }
  return isFromRight ? ellipsis + part(fits) : part(fits) + ellipsis
}

/** Makes Vega's layout measure text with these widths; without a canvas it would take 0.8 em for every character. */
export function measureInVega(): void {
  textMetrics.width = (item, text) => {
    const line = String(text ?? '').trim()
    return line === '' ? 0 : itemWidth(item, fittedLine(item, line))
  }
}
