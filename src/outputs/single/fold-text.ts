import type { Folded } from '../../client/single/unfold.ts'

/** Characters of a block by which repetitions are found. */
const BLOCK = 64
/** Shorter repetitions, and nearer ones, are the packer's, which looks 32 KB back. */
const [LEAST, NEAR] = [160, 24_000]

/** Names what a text repeats from far before: five sizes of one chart are almost the same, and the packer does not see so far. */
export function foldText(text: string): Folded {
  const folded: (string | readonly [number, number])[] = []
  const blocks = new Map<string, number>()
  let [at, told, known] = [0, 0, 0]
  while (at + BLOCK <= text.length) {
    for (; known + BLOCK <= at - NEAR; known += BLOCK) {
      const block = text.substr(known, BLOCK)
      if (!blocks.has(block)) blocks.set(block, known)
    }
    const start = blocks.get(text.substr(at, BLOCK))
    const match = start === undefined ? undefined : extend(text, start, at, told)
    if (!match || match.length < LEAST) {
      at++
      continue
    }
    if (match.at > told) folded.push(text.slice(told, match.at))
    folded.push([match.start, match.length])
    at = match.at + match.length
    told = at
  }
  return [...folded, text.slice(told)]
}

/** The whole repetition around one block, which begins no earlier than what is told. */
function extend(text: string, start: number, at: number, told: number): { start: number; at: number; length: number } {
  let before = 0
  while (at - before > told && start - before > 0 && text[start - before - 1] === text[at - before - 1]) before++
  let after = BLOCK
  while (at + after < text.length && start + after < at - before && text[start + after] === text[at + after]) after++
  return { start: start - before, at: at - before, length: before + after }
}
