/** Whether a character is as wide as it is high: those of Chinese, Japanese and Korean. */
export function isSquare(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character)
}

/** Advance, in thousandths of the font size, of a character that the tables of advances do not hold. */
export function unknownAdvance(character: string): number {
  return isSquare(character) ? 1000 : 600
}
