/** A text in pieces: as they are, or as the start and the length of what stood before. */
export type Folded = readonly (string | readonly [start: number, length: number])[]

/** The text that was folded. Its millions of characters are copied once: a string that grows would be laid flat for every piece. */
export function unfold(folded: Folded): string {
  const length = folded.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece[1]), 0)
  const codes = new Uint16Array(length)
  let at = 0
  for (const piece of folded) {
    if (typeof piece === 'string') {
      for (let i = 0; i < piece.length; i++) codes[at++] = piece.charCodeAt(i)
    } else {
      const [start, count] = piece
      codes.copyWithin(at, start, start + count)
      at += count
    }
  }
  return new TextDecoder('utf-16le').decode(codes)
}
