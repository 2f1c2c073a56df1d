import { TABLED } from './advances.ts'

/** The letters that the main files of both families have. */
const PLAIN = TABLED.replace(/[\\\]^-]/g, '\\$&')

/** A character that is seen, and that another file must be asked for. */
const UNUSUAL = new RegExp(`[^${PLAIN}\\s\\p{Default_Ignorable_Code_Point}\\p{Cc}]`, 'u')

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Whether a text has letters that the main files of the story's families may lack. */
export function isUnusual(text: string): boolean {
  return UNUSUAL.test(text)
}

/** A text as its readers count letters, composed where Unicode can. */
export function clustersOf(text: string): string[] {
  return Array.from(segmenter.segment(text.normalize('NFC')), ({ segment }) => segment)
}

/** The letters of a text that the main files of the story's families may lack, each as its readers see it. */
export function unusualLetters(text: string): string[] {
  return isUnusual(text) ? clustersOf(text).filter(isUnusual) : []
}

/** The characters of a letter that must have a glyph; what only steers the others need not. */
export function drawnOf(cluster: string): number[] {
  const drawn = cluster.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
  return Array.from(drawn, (character) => character.codePointAt(0) ?? 0)
}

/** All characters of a letter. */
export function charactersOf(cluster: string): number[] {
  return Array.from(cluster, (character) => character.codePointAt(0) ?? 0)
}
