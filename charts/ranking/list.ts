import { colour, fromZero, quiet, type Stage, type TextRow, textWidth } from 'countdown-story/charts'
import { countriesFromHalfCount } from '../../data/figures.ts'
import { usd } from '../../data/format.ts'
import type { CountryRecord } from '../../data/records.ts'

/** A country's bar, in px. */
export interface Bar extends CountryRecord {
  start: number
  end: number
  top: number
  bottom: number
}

/** Bars by rank with their labels. */
export interface RankedList {
  bars: Bar[]
  labels: TextRow[]
}

/** Columns that the list runs over. */
const COLUMNS = 2

/** Space between name and bar, bar and value, and columns, in px. */
const [NAME_GAP, VALUE_GAP, COLUMN_GAP] = [8, 6, 28]

/** Name, bar and value in one row. Every column is as wide as these need; the scale is common to all. */
export function list(stage: Stage, ranked: readonly CountryRecord[]): RankedList {
  const { plot, text, top } = stage
  const pitch = (stage.bottom - 2 - top) / Math.ceil(ranked.length / COLUMNS)
  const widest = (rows: readonly CountryRecord[], words: (record: CountryRecord) => string) =>
    Math.max(...rows.map((record) => textWidth(words(record), text.label)))
  const columns = inColumns(ranked).map((rows) => ({
    rows,
    names: widest(rows, nameOf) + NAME_GAP,
    values: widest(rows, valued) + VALUE_GAP,
  }))
  const taken = columns.reduce((sum, { names, values }) => sum + names + values, COLUMN_GAP * (COLUMNS - 1))
  const longest = columns.reduce((sum, { rows }) => sum + (rows[0]?.deficit ?? 0), 0)
  const length = fromZero(longest, 0, plot.right - plot.left - taken)
  let left = plot.left
  const bars = columns.flatMap(({ rows, names, values }) => {
    const start = left + names
    left = start + length(rows[0]?.deficit ?? 0) + values + COLUMN_GAP
    return rows.map((record, i) => bar(record, start, length(record.deficit), top + (i + 0.14) * pitch, pitch * 0.72))
  })
  const labels = bars.flatMap((each): TextRow[] => {
    const y = (each.top + each.bottom) / 2 + text.label * 0.33
    const row = (key: string, words: string, x: number) => quiet(stage, key, words, x, y)
    return [
      { ...row(each.id, nameOf(each), each.start - NAME_GAP), align: 'right', fill: colour.ink },
      row(`${each.id}-value`, valued(each), each.end + VALUE_GAP),
    ]
  })
  return { bars, labels }
}

/** For narrow frames: name and value in a line over their bar, those of the few that hold half in bold, and the unit said once. */
export function compactList(stage: Stage, ranked: readonly CountryRecord[]): RankedList {
  const { left, right, top, bottom, text } = stage
  const width = (right - left - COLUMN_GAP / 2) / COLUMNS
  const head = top + text.label + 4
  const pitch = (bottom - head) / Math.ceil(ranked.length / COLUMNS)
  const length = fromZero(ranked[0]?.deficit ?? 1, 0, width)
  const bars = inColumns(ranked).flatMap((rows, column) =>
    rows.map((record, i) =>
      bar(record, left + column * (width + COLUMN_GAP / 2), length(record.deficit), head + (i + 0.06) * pitch, pitch * 0.88),
    ),
  )
  const labels = bars.flatMap((each): TextRow[] => {
    const y = (each.top + each.bottom) / 2 + text.label * 0.33
    const value = quiet(stage, `${each.id}-value`, (each.deficit / 1e9).toFixed(1), each.start + width, y)
    return [
      {
        ...quiet(stage, each.id, nameOf(each), each.start + 3, y),
        fill: colour.ink,
        weight: each.rank <= countriesFromHalfCount ? 600 : 400,
      },
      { ...value, align: 'right' },
    ]
  })
  return { bars, labels: [quiet(stage, 'axis', 'Deficit in billion dollars', left, top + text.label - 2), ...labels] }
}

function bar(record: CountryRecord, start: number, length: number, top: number, height: number): Bar {
  return { ...record, start, end: start + length, top, bottom: top + height }
}

function inColumns(ranked: readonly CountryRecord[]): (readonly CountryRecord[])[] {
  const size = Math.ceil(ranked.length / COLUMNS)
  return Array.from({ length: COLUMNS }, (_, i) => ranked.slice(i * size, (i + 1) * size))
}

function nameOf({ rank, name }: CountryRecord): string {
  return `${rank} ${name}`
}

function valued({ deficit }: CountryRecord): string {
  return usd(deficit)
}
