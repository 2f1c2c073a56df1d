import { read, type Spec } from 'vega'
import type { DataFiles } from '../story/slide-chart.ts'

/** A data set, as far as it is read here. */
interface DataSet {
  url?: unknown
  values?: unknown
  format?: { type?: string; parse?: unknown; [option: string]: unknown }
}

/** A part of a specification that may have data. */
interface Scope {
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
  const { data, marks } = scope as Scope
  const own = Array.isArray(data) ? data.flatMap((set) => inlineSet(set, files)) : []
  return [...own, ...(Array.isArray(marks) ? marks.flatMap((mark) => inlineData(mark, files)) : [])]
}

function inlineSet(set: DataSet, files: DataFiles | undefined): string[] {
  const { url } = set
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

/** Vega writes into the rows that it is given. */
function ownRows(rows: unknown): unknown {
  return Array.isArray(rows) ? rows.map((row: unknown) => (typeof row === 'object' && row !== null ? { ...row } : row)) : rows
}

/** What a file holds, by the end of its name. */
function typeOf(address: string): string {
  return /\.([ct]sv)$/i.exec(address)?.[1]?.toLowerCase() ?? 'json'
}
