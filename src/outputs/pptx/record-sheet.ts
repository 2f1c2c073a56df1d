import type { Element } from 'hast'
import type { Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { hasClass } from '../../tree/has-class.ts'
import { textOf } from '../../tree/text-of.ts'
import { extentOf } from '../../util/extent.ts'

/** The full table of the records as numbers: what a chart of Office's own is made from. */
export interface RecordSheet {
  /** Heads of the columns of numbers; the first is the one that ranks. */
  labels: readonly string[]
  /** In the order of the ranks. */
  rows: readonly RecordRow[]
}

/** A record with a number for each label; undefined where there is none. */
export interface RecordRow {
  id: string
  name: string
  values: readonly (number | undefined)[]
  /** The first of them as the table prints it. */
  printed: string
}

/** The numbers of the first table of records on the slides; undefined where there is none with a number for every record. */
export function recordSheet({ slides, deck }: Pick<Story, 'slides' | 'deck'>): RecordSheet | undefined {
  const tables = slides.flatMap(({ content }) => elementsOf(content, 'table'))
  const table = tables.find((one) => hasClass(one, 'records'))
  if (!table) return undefined
  const byId = new Map(elementsOf(table, 'tr').map((row) => [row.properties.dataId, numbersOf(row)]))
  const told = deck.records
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((record) => {
      const cells = byId.get(record.id)
      return cells ? [{ ...record, cells }] : []
    })
  const labels = [...new Set(told.flatMap(({ cells }) => [...cells.keys()]))]
  const ranked = labels.find((label) => isRanked(told.map(({ cells }) => cells.get(label)?.value)))
  if (ranked === undefined || told.length < 2) return undefined
  const ordered = [ranked, ...labels.filter((label) => label !== ranked)]
  const rows = told.map(({ id, name, cells }) => ({
    id,
    name,
    values: ordered.map((label) => cells.get(label)?.value),
    printed: cells.get(ranked)?.printed ?? '',
  }))
  return { labels: ordered, rows }
}

/** The numbers of a row by the head of their column. */
function numbersOf(row: Element): Map<string, { value: number; printed: string }> {
  const cells = elementsOf(row, 'td').filter((cell) => cell.properties.dataValue !== undefined && !hasClass(cell, 'rank'))
  return new Map(
    cells.map((cell) => [String(cell.properties.dataHead), { value: Number(cell.properties.dataValue), printed: textOf(cell) }]),
  )
}

/** Whether there is a number for every rank, and they go one way. */
function isRanked(values: readonly (number | undefined)[]): boolean {
  const rises = values.flatMap((value, at) => (at === 0 ? [] : [(value ?? Number.NaN) - (values[at - 1] ?? Number.NaN)]))
  return rises.every((rise) => rise >= 0) || rises.every((rise) => rise <= 0)
}

/** A scale of thousands, by how many times, and how many decimals are printed. */
interface Scale {
  thousands: number
  decimals: number
}

/**
 * The format of spreadsheets in which numbers are what the table prints: `282.7` for 282,700,000,000 is `#,##0.0,,,`. Where they are
 * printed in several ways, all are written like the largest, with as many decimals as the smallest needs, three at most.
 */
export function numberFormat(rows: readonly Pick<RecordRow, 'printed' | 'values'>[]): string {
  const numbers = rows.map(({ printed, values }) => {
    const [, before = '', digits = '', after = ''] = /^(\D*)(\d(?:[\d.,'\s\u2019]*\d)?)(.*)$/s.exec(printed) ?? []
    return { before: before.replace(/[-\u2212]/, ''), after, digits, value: Math.abs(values[0] ?? 0) }
  })
  const scales: Scale[] = [0, 1, 2, 3, 4].flatMap((thousands) => [0, 1, 2, 3].map((decimals) => ({ thousands, decimals })))
  const scaleOf = (some: typeof numbers) => scales.find((scale) => some.every((one) => isPrintedAs(one.value, one.digits, scale)))
  const [largest] = numbers.toSorted((a, b) => b.value - a.value)
  if (!largest) return 'General'
  const isOne = numbers.every(({ before, after }) => before === largest.before && after === largest.after)
  const scale = (isOne ? scaleOf(numbers) : undefined) ?? withDecimalsFor(numbers, scaleOf([largest]))
  if (!scale) return 'General'
  const quoted = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)
  const number = `#,##0${scale.decimals > 0 ? `.${'0'.repeat(scale.decimals)}` : ''}${','.repeat(scale.thousands)}`
  return `${quoted(largest.before)}${number}${quoted(largest.after)}`
}

function withDecimalsFor(numbers: readonly { value: number }[], scale: Scale | undefined): Scale | undefined {
  const [smallest] = extentOf(numbers.map(({ value }) => value).filter((value) => value > 0))
  if (!scale || !Number.isFinite(smallest)) return scale
  const needed = Math.ceil(-Math.log10(smallest / 1000 ** scale.thousands))
  return { ...scale, decimals: Math.min(3, Math.max(scale.decimals, needed)) }
}

function isPrintedAs(value: number, digits: string, { thousands, decimals }: Scale): boolean {
  return (value / 1000 ** thousands).toFixed(decimals).replace('.', '') === digits.replace(/\D/g, '')
}
