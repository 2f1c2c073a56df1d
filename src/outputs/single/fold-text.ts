import type { Folded } from '../../client/single/unfold.ts'

/** Characters of a block by which repetitions are found. */
const BLOCK = 16
/** Shorter repetitions, and nearer ones, are the packer's, which looks 32 KB back. */
const [LEAST, NEAR] = [40, 24_000]

/** Names what a text repeats from far before: five sizes of one chart are almost the same, and the packer does not see so far. */
export function foldText(text: string): Folded {
  let told = ''
  const pieces: number[] = []
  const blocks = new Map<string, number>()
  let [at, done, known, read] = [0, 0, 0, 0]
  while (at + BLOCK <= text.length) {
    for (; known + BLOCK <= at - NEAR; known += BLOCK) blocks.set(text.substr(known, BLOCK), known)
    const start = blocks.get(text.substr(at, BLOCK))
    const match = start === undefined ? undefined : extend(text, start, at, done)
    if (!match || match.length < LEAST) {
      at++
      continue
    }
    told += text.slice(done, match.at)
    pieces.push(match.at - done, match.length, match.start - read)
    read = match.start + match.length
    at = match.at + match.length
    done = at
  }
  return [told + text.slice(done), pieces]
}

/** The whole repetition around one block, which begins no earlier than what is told. */
function extend(text: string, start: number, at: number, told: number): { start: number; at: number; length: number } {
  let before = 0
  while (at - before > told && start - before > 0 && text[start - before - 1] === text[at - before - 1]) before++
  let after = BLOCK
  while (at + after < text.length && start + after < at - before && text[start + after] === text[at + after]) after++
  return { start: start - before, at: at - before, length: before + after }
}
