/**
 * A text without what it repeats. The pieces are threes: how much of what is told comes next, how long the repetition after it is, and
 * how far on from the end of the one before it begins.
 */
export type Folded = readonly [told: string, pieces: readonly number[]]

/** The text that was folded. Its millions of characters are copied once: a string that grows would be laid flat for every piece. */
export function unfold([told, pieces]: Folded): string {
  const length = pieces.reduce((sum, piece, index) => (index % 3 === 1 ? sum + piece : sum), told.length)
  const codes = new Uint16Array(length)
  let [at, read, from] = [0, 0, 0]
  const tell = (count: number) => {
    for (const end = read + count; read < end; ) codes[at++] = told.charCodeAt(read++)
  }
  for (let piece = 0; piece < pieces.length; piece += 3) {
    const [next = 0, count = 0, on = 0] = pieces.slice(piece, piece + 3)
    tell(next)
    from += on
    codes.copyWithin(at, from, from + count)
    at += count
    from += count
  }
  tell(told.length - read)
  return new TextDecoder('utf-16le').decode(codes)
}
