import type { SourceTable } from '../table/source-table.ts'
import type { Location } from '../util/diagnostic.ts'
import { InputError, shown } from '../util/diagnostic.ts'
import { lineOf } from './aggregates.ts'
import type { Analysed } from './analyse-column.ts'
import { isId } from './find-name.ts'

/** A table of one point in time, and which. */
export interface Slice {
  table: SourceTable
  /** The year or date of its rows, where there are several in the file. */
  when?: string
}

/** So large a part of the names must be there at a time for it to be told. */
const MOST = 0.7

/**
 * The newest rows of a long table, in which each name stands once for every year, or once for every year and value of another
 * column.
 */
export function latestSlice(table: SourceTable, columns: readonly Analysed[]): Slice {
  // Where each row has a name of its own, its year is a fact.
  if (columns.some((column) => column.kind === 'text' && column.distinct === table.rows.length && !isId(column))) return { table }
  const time = columns.filter(({ isYear, kind }) => isYear || kind === 'date')
  for (const when of time) {
    const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'code')
    const names = texts.filter((column) => repeats(column) && crossesAt(column, when, columns) && !isId(column))
    const name = names.find(({ kind }) => kind === 'text') ?? names[0]
    if (name && repeats(when)) return sliced(table, name, when)
  }
  return { table }
}

/** Whether most of a column's values are there more than once. */
function repeats({ distinct, cells, missing }: Analysed): boolean {
  return distinct > 1 && distinct * 1.5 <= cells.length - missing
}

const keys = ({ cells }: Analysed) => cells.map(({ text }) => text)

/** Whether no combination of values of some columns is there twice. */
function crosses(...columns: readonly Analysed[]): boolean {
  const all = columns.map(keys)
  const combined = (all[0] ?? []).map((_, row) => all.map((texts) => texts[row]).join('\n'))
  return new Set(combined).size === combined.length
}

/** Whether a name stands once for each time, or once for each time and value of a third column. */
function crossesAt(name: Analysed, when: Analysed, columns: readonly Analysed[]): boolean {
  const thirds = columns.filter((column) => column.kind === 'text' && repeats(column))
  return crosses(name, when) || thirds.some((third) => crosses(name, when, third) && !crosses(name, third))
}

function sliced(table: SourceTable, name: Analysed, when: Analysed): Slice {
  const times = keys(when)
  const counts = Map.groupBy(times, (time) => time)
  const stamp = (time: string) => (when.isYear ? Number(time) : Date.parse(time) || 0)
  const newest = [...counts.keys()].sort((a, b) => stamp(b) - stamp(a))
  const held = (time: string) => counts.get(time)?.length ?? 0
  const fullest = newest.toSorted((a, b) => held(b) - held(a))[0] ?? ''
  const latest = newest.find((time) => held(time) >= name.distinct * MOST) ?? fullest
  const rows = table.rows.filter((_, row) => times[row] === latest)
  const others = times.flatMap((time, row) =>
    time === latest ? [] : [{ line: lineOf(table, row), name: name.cells[row]?.text ?? '', why: `it is not of ${latest}` }],
  )
  return { table: { ...table, rows, leftOut: [...table.leftOut, ...others] }, when: latest }
}

/** Throws InputError for a table in which each name stands once for every value of another column, since it would count some twice. */
export function refuseCrossed(columns: readonly Analysed[], location: Location): void {
  const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'code')
  if (texts.some(({ distinct, cells }) => distinct * 2 > cells.length)) return
  for (const name of texts.filter(repeats)) {
    const by = texts.find((other) => other !== name && repeats(other) && other.distinct <= name.distinct && crosses(name, other))
    if (!by || name.distinct * by.distinct !== name.cells.length) continue
    const message = `found each ${shown(name.header)} ${by.distinct} times, once for every ${shown(by.header)}, expected each once; keep the rows of one ${shown(by.header)} such as ${shown(by.cells[0]?.text ?? '')}`
    throw new InputError([{ location, message }])
  }
}
