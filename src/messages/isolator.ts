import { directionOf } from './messages.ts'

/** Marks of Unicode around a text that is laid out by its own first letter, from left to right when it has none. */
const [ISOLATE, END] = ['\u2068', '\u2069']
/** Marks that `Intl` itself puts in; an isolated figure needs none. */
const DIRECTIONS = /[\u061c\u200e\u200f]/g

/**
 * Makes what keeps a figure in one piece: in a language (BCP 47) that runs from right to left, its sign and unit keep their places
 * whatever stands beside it. Elsewhere it changes nothing.
 */
export function isolator(lang: string): (figure: string) => string {
  if (directionOf(lang) === 'ltr') return (figure) => figure
  return (figure) => ISOLATE + figure.replaceAll(DIRECTIONS, '') + END
}
