import type { Cache } from '../../util/cache.ts'

/**
 * Pictures by their markup: those that were drawn by an earlier build under the same `circumstances` (all else that they depend
 * on) are taken from there, and only the others are drawn and kept.
 */
export async function drawMissing(
  markups: readonly string[],
  circumstances: string,
  kept: Cache,
  draw: (markups: readonly string[]) => Promise<Uint8Array[]>,
): Promise<Uint8Array[]> {
  const keyOf = (markup: string) => `${circumstances}\0${markup}`
  const found = await Promise.all(markups.map((markup) => kept.find(keyOf(markup))))
  const missing = markups.filter((_, index) => found[index] === undefined)
  if (missing.length === 0) return found.map((picture) => picture ?? new Uint8Array())
  const drawn = await draw(missing)
  await Promise.all(drawn.map((picture, index) => kept.keep(keyOf(missing[index] ?? ''), picture)))
  const rest = drawn.values()
  return found.map((picture) => picture ?? rest.next().value ?? new Uint8Array())
}
