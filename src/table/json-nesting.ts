import type { Problem } from '../util/diagnostic.ts'

/** Rows lie within lists and objects, a few levels deep; readers of JSON go one call deeper with each. */
const MOST_LEVELS = 100

/** Whether brackets of a JSON text, and of no other, go so deep into each other that it is no table; and where. */
export function nestingFault(bytes: Uint8Array, file: string): Problem | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  if (!/^(?:\xef\xbb\xbf)?\s*[[{]/.test(text)) return undefined
  let depth = 0
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (part === '[' || part === '{') depth++
    else if (part === ']' || part === '}') depth--
    if (depth > MOST_LEVELS) return { place: placeOf(text, index, file), message: TOO_DEEP }
  }
  return undefined
}

const TOO_DEEP = `found lists and objects within each other, more than ${MOST_LEVELS} deep, expected rows a few levels deep; keep the list of rows`

function placeOf(text: string, index: number, file: string) {
  const before = text.slice(0, index).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
