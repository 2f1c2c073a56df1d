import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'

/** What a fence says after its language: "```js numbers {2,4-5}". */
export interface Fence {
  /** Lines that are pointed out, from 1. */
  marked: ReadonlySet<number>
  /** Whether lines have numbers. */
  numbers: boolean
  /** Whether the first character of a line says that it was added or removed. */
  diff: boolean
}

const WORDS = ['numbers', 'diff', '{2,4-5}']

/** Reads what stands after a fence's language. What is not understood is told to `blame`. */
export function readFence(meta: string, blame: (message: string) => void): Fence {
  const marked = new Set<number>()
  const words = new Set<string>()
  for (const word of meta.match(/\{[^}]*\}|\S+/g) ?? []) {
    const lines = /^\{([\d,\s-]+)\}$/.exec(word)?.[1]
    if (lines !== undefined) for (const line of linesOf(lines)) marked.add(line)
    else if (WORDS.includes(word)) words.add(word)
    else
      blame(
        `found ${shown(word)} after the language of a code, expected \`numbers\`, \`diff\` or lines such as \`{2,4-5}\`; ${suggest(word, WORDS)}`,
      )
  }
  return { marked, numbers: words.has('numbers'), diff: words.has('diff') }
}

function linesOf(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST)) }, (_, index) => from + index)
  })
}

/** More lines stand on no slide. */
const MOST = 1000
