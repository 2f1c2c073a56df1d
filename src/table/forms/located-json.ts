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
 * numbers as they are written and keeps a key that is there twice.
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
  // The parser's own search for keys that are there again compares each with all others.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter, schema: 'json', uniqueKeys: false })
  const endless = document.errors.find(({ message }) => message.includes('call stack'))
  if (endless) throw new RangeError(endless.message)
  const diagnostics = document.errors.map(({ pos: [offset], message }): Diagnostic => ({ location: at(offset), message }))
  const value = diagnostics.length > 0 ? undefined : located(document.contents as Node, at, diagnostics)
  return value && diagnostics.length === 0 ? { value } : { diagnostics }
}

/** JSON itself decides what is JSON. */
function syntaxFault(text: string, file: string, line: number): Diagnostic | undefined {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return {
      location: locationIn(file, text, offset, line),
      message: `is no JSON: ${message.replace(/ in JSON at position.*| \(line.*|, (?:\.\.\.)?".*" is not valid JSON$/s, '')}`,
    }
  }
}

const AGAIN = 'found a key again, expected each once in an object; rename or remove one'

/** Keys that are there again go to `diagnostics`. */
function located(node: Node, at: (offset: number) => CellLocation, diagnostics: Diagnostic[]): Located {
  const location = at(node.range?.[0] ?? 0)
  if (isSeq(node)) return { kind: 'list', location, items: (node.items as Node[]).map((item) => located(item, at, diagnostics)) }
  if (isMap(node)) {
    const pairs = node.items as unknown as { key: Node; value: Node }[]
    const keys = new Set<string>()
    const entries = pairs.map(({ key: name, value }) => {
      const [key, location] = [textOf(name), at(name.range?.[0] ?? 0)]
      if (keys.has(key)) diagnostics.push({ location, message: AGAIN })
      keys.add(key)
      return { key, location, value: located(value, at, diagnostics) }
    })
    return { kind: 'object', location, entries }
  }
  return { kind: 'scalar', location, text: textOf(node), exact: isScalar(node) && typeof node.value === 'number' }
}

/** The text of a scalar as written. */
function textOf(node: Node): string {
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
