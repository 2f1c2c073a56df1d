import { type Data, read, type Spec } from 'vega'
import type { DataFiles } from '../story/slide-chart.ts'
import { suggest } from '../util/nearest.ts'

/** A data set, as far as it is read here. */
interface DataSet {
  url?: unknown
  values?: unknown
  format?: { type?: string; parse?: unknown; [option: string]: unknown }
}

/** A part of a specification that may have data. */
interface Scope {
  signals?: { name: string; value?: unknown }[]
  data?: DataSet[]
  marks?: Scope[]
}

/** What has been read of a file is not read again for the next frame. */
const known = new WeakMap<DataFiles, Map<string, { text: string; rows: unknown }>>()

/**
 * Puts the rows of each file into the specification, in the place of its address, at any depth, as Vega would have read them there.
 * What cannot be had is returned, one message each.
 */
export function inlineData(scope: Spec | Scope, files: DataFiles | undefined): string[] {
  const { data, marks, signals = [] } = scope as Scope
  // An address may be that which a signal has at first.
  const addressOf = ({ url }: DataSet) => signals.find(({ name }) => name === Object(url).signal)?.value ?? url
  const own = Array.isArray(data) ? data.flatMap((set) => inlineSet(set, addressOf(set), files)) : []
  return [...own, ...(Array.isArray(marks) ? marks.flatMap((mark) => inlineData(mark, files)) : [])]
}

function inlineSet(set: DataSet, url: unknown, files: DataFiles | undefined): string[] {
  if (url === undefined) return []
  if (typeof url !== 'string')
    return [`found an address that is computed (${JSON.stringify(url)}), expected one that is written out`]
  if (!files)
    return [`found data from \`${url}\`, expected inline values; import the file in the chart and pass its rows as \`values\``]
  try {
    const { type = typeOf(url), ...format } = set.format ?? {}
    const isTable = type === 'csv' || type === 'tsv' || type === 'dsv'
    set.values = ownRows(readOnce(files, url, { type: isTable ? type : 'json', delimiter: format.delimiter }))
    set.format = isTable ? format : { ...format, type }
    delete set.url
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function readOnce(files: DataFiles, url: string, format: { type: string; delimiter: unknown }): unknown {
  const ofFiles = known.get(files) ?? new Map<string, { text: string; rows: unknown }>()
  known.set(files, ofFiles)
  const key = `${format.type} ${String(format.delimiter)} ${url}`
  const text = files.text(url)
  const last = ofFiles.get(key)
  if (last?.text === text) return last.rows
  const rows = readText(url, text, format)
  ofFiles.set(key, { text, rows })
  return rows
}

function readText(url: string, text: string, format: { type: string; delimiter: unknown }): unknown {
  try {
    return read(text, format as never)
  } catch (error) {
    throw new Error(
      `\`${url}\`: found no ${format.type.toUpperCase()}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Vega writes into the rows that it is given, wherever in their file they are. */
function ownRows(rows: unknown): unknown {
  if (Array.isArray(rows)) return rows.map((row: unknown) => (isPlain(row) ? { ...row } : row))
  return isPlain(rows) ? Object.fromEntries(Object.entries(rows).map(([name, inner]) => [name, ownRows(inner)])) : rows
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a file holds, by the end of its name. */
function typeOf(address: string): string {
  return /\.([ct]sv)$/i.exec(address)?.[1]?.toLowerCase() ?? 'json'
}

/** Puts rows into the named data sets of a chart, in the place of what is there. Names that it does not have are returned, one message each. */
export function bindRows(spec: Spec, data: Readonly<Record<string, readonly object[]>> = {}): string[] {
  const sets = spec.data ?? []
  const names = sets.map(({ name }) => name).filter((name) => !/^(?:source|data)_\d+$|_(?:store|domain.*)$/.test(name))
  return Object.entries(data).flatMap(([name, rows]) => {
    const set = sets.find((each) => each.name === name)
    if (!set) return [`has no data set \`${name}\`, to which rows are given; ${suggest(name, names)}`]
    bind(set, rows)
    return []
  })
}

function bind(set: Data, rows: readonly object[]): void {
  const { url: _url, format: _format, ...rest } = set as Data & { url?: unknown; format?: unknown }
  for (const property of Object.keys(set)) Reflect.deleteProperty(set, property)
  Object.assign(set, rest, { values: rows.map((row) => ({ ...row })) })
}
