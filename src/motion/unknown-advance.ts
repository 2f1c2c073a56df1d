/** Advance, in thousandths of the font size, of a character that the table does not hold; those of Chinese, Japanese and Korean are square. */
export function unknownAdvance(character: string): number {
  return /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 1000 : 600
}
