import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../util/diagnostic.ts'
import { type SourceCell, type SourceColumn, type SourceTable, trimmed, unreadable } from './source-table.ts'

/** Where an object may keep its rows. */
const KEPT_IN = ['data', 'records', 'rows', 'items', 'results', 'values']

/**
 * Reads an array of objects, or an object that has one. JSON is a part of YAML, whose parser knows where everything stands,
 * keeps long numbers as they are written and sees a key that is there twice.
 */
export function readJson(text: string, file: string): SourceTable {
  const counter = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line, column: col }
  }
  const fault = syntaxFault(text, file)
  if (fault) return unreadable([fault])
  const document = parseDocument(text, { lineCounter: counter, schema: 'json', uniqueKeys: true })
  const problems = document.errors.map(
    ({ pos: [offset], message }): Problem => ({ place: at(offset), message: inOurVoice(message) }),
  )
  if (problems.length > 0) return unreadable(problems)
  const { contents } = document
  const list = isMap(contents) ? KEPT_IN.map((key) => contents.get(key, true)).find(isSeq) : contents
  if (!isSeq(list)) {
    const message = `found no list of rows, expected an array of objects, or an object with one as ${KEPT_IN.slice(0, 3).join(', ')}`
    return unreadable([{ place: { file, line: 1, column: 1 }, message }])
  }
  return tableOf(list.items as Node[], at)
}

/** JSON itself decides what is JSON. */
function syntaxFault(text: string, file: string): Problem | undefined {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const before = text.slice(0, offset).split('\n')
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    return { place, message: `is no JSON: ${message.replace(/ in JSON at position.*| \(line.*/, '')}` }
  }
}

function inOurVoice(message: string): string {
  return message.startsWith('Map keys must be unique')
    ? 'found a key again, expected each once in an object; rename or remove one'
    : message
}

function tableOf(items: readonly Node[], at: (offset: number) => Place): SourceTable {
  const columns = new Map<string, SourceColumn>()
  const problems: Problem[] = []
  for (const item of items) {
    if (!isMap(item)) {
      problems.push({
        place: at(item.range?.[0] ?? 0),
        message: 'found a row that is no object, expected {"name": …, "value": …}',
      })
      continue
    }
    for (const { key, value } of item.items as { key: Node; value: Node }[]) {
      const header = trimmed(textOf(key) ?? '')
      if (!columns.has(header) && textOf(value) !== undefined) columns.set(header, { header, place: at(key.range?.[0] ?? 0) })
    }
  }
  const rows = items.filter(isMap).map((item) => [...columns.keys()].map((header) => cellOf(item, header, at)))
  return { format: 'JSON', commaIsFree: false, columns: [...columns.values()], rows, problems }
}

/** Objects and lists within a row are left out. */
function cellOf(row: YAMLMap, header: string, at: (offset: number) => Place): SourceCell {
  const pair = (row.items as { key: Node; value: Node }[]).find(({ key }) => trimmed(textOf(key) ?? '') === header)
  const node = pair?.value
  return { text: trimmed((node && textOf(node)) ?? ''), place: at(node?.range?.[0] ?? row.range?.[0] ?? 0) }
}

/** The text of a scalar as written; undefined for anything that is none. */
function textOf(node: Node): string | undefined {
  if (isAlias(node) || !isScalar(node)) return undefined
  if (node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
