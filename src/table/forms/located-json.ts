import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Diagnostic, locationIn } from '../../util/diagnostic.ts'
import type { CellLocation } from '../cells.ts'

/** A value of JSON and where it stands. */
export type Located =
  | { kind: 'object'; location: CellLocation; entries: readonly { key: string; location: CellLocation; value: Located }[] }
  | { kind: 'list'; location: CellLocation; items: readonly Located[] }
  | { kind: 'scalar'; location: CellLocation; text: string; exact: boolean }

/**
 * Reads JSON with the location of everything in it. JSON is a part of YAML, whose parser knows where everything stands, keeps long
 * numbers as they are written and sees a key that is there twice.
 *
 * @param line of the file on which the text begins
 */
export function locateJson(text: string, file: string, line = 1): { value: Located } | { diagnostics: Diagnostic[] } {
  const counter = new LineCounter()
  const at = (offset: number): CellLocation => {
    const found = counter.linePos(offset)
    return { file, line: found.line + line - 1, column: found.col }
  }
  const fault = syntaxFault(text, file, line)
  if (fault) return { diagnostics: [fault] }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter, schema: 'json', uniqueKeys: true })
  const diagnostics = document.errors.map(
    ({ pos: [offset], message }): Diagnostic => ({ location: at(offset), message: inOurVoice(message) }),
  )
  return diagnostics.length > 0 ? { diagnostics } : { value: located(document.contents as Node, at) }
}

/** Rows lie within lists and objects, a few levels deep; readers of JSON go one call deeper with each. */
const MOST_LEVELS = 100

/** Where brackets go so deep into each other that it is no table; -1 where they do not. */
function tooDeepAt(text: string): number {
  let depth = 0
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (part === '[' || part === '{') depth++
    else if (part === ']' || part === '}') depth--
    if (depth > MOST_LEVELS) return index
  }
  return -1
}

/** JSON itself decides what is JSON. */
function syntaxFault(text: string, file: string, line: number): Diagnostic | undefined {
  const locationOf = (offset: number) => locationIn(file, text, offset, line)
  const deep = tooDeepAt(text)
  if (deep !== -1) {
    const message = `found lists and objects within each other, more than ${MOST_LEVELS} deep, expected rows a few levels deep; keep the list of rows`
    return { location: locationOf(deep), message }
  }
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return {
      location: locationOf(offset),
      message: `is no JSON: ${message.replace(/ in JSON at position.*| \(line.*|, (?:\.\.\.)?".*" is not valid JSON$/s, '')}`,
    }
  }
}

function inOurVoice(message: string): string {
  return message.startsWith('Map keys must be unique')
    ? 'found a key again, expected each once in an object; rename or remove one'
    : message
}

function located(node: Node, at: (offset: number) => CellLocation): Located {
  const location = at(node.range?.[0] ?? 0)
  if (isSeq(node)) return { kind: 'list', location, items: (node.items as Node[]).map((item) => located(item, at)) }
  if (isMap(node)) {
    const pairs = node.items as unknown as { key: Node; value: Node }[]
    const entries = pairs.map(({ key, value }) => ({
      key: textOf(key),
      location: at(key.range?.[0] ?? 0),
      value: located(value, at),
    }))
    return { kind: 'object', location, entries }
  }
  return { kind: 'scalar', location, text: textOf(node), exact: isScalar(node) && typeof node.value === 'number' }
}

/** The text of a scalar as written. */
function textOf(node: Node): string {
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
