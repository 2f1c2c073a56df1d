import * as figures from '../data/figures.ts'
import { billions, count, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import type { Scene } from '../src/deck.ts'
import type { Frame } from '../src/motion/mark.ts'
import { type Drawing, type Layer, STEP, stageSpec, type TextRow, textLayer } from './drawing.ts'
import { datum, field } from './field.ts'
import { quiet } from './quiet.ts'
import { fromZero, type Stage, stageOf } from './stage.ts'
import { textWidth } from './text-width.ts'
import { colour } from './theme.ts'

const ranked = records.toReversed()

/** All countries by rank, every one named, on one scale from zero. */
export const ranking: Scene = { spec, steps: [{ id: 'ranking', params: { [STEP]: 'ranking' }, name: rankingName() }] }

/** Columns that the list runs over. */
const COLUMNS = 2

/** Space between name and bar, bar and value, and columns, in px. */
const [NAME_GAP, VALUE_GAP, COLUMN_GAP] = [8, 6, 28]

/** A country's bar: its place in px, its length in dollars. */
interface Row extends CountryRecord {
  /** End of the bar in px. */
  end: number
  start: number
  top: number
  bottom: number
}

/** A column of the list, in px. */
interface Column {
  rows: readonly CountryRecord[]
  /** Where its bars begin. */
  start: number
}

/** The list that the bars stand in, in px. */
interface Table {
  columns: readonly Column[]
  pitch: number
  top: number
  /** Length of a deficit. */
  length: (dollars: number) => number
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const table = tableOf(stage)
  return stageSpec(
    stage,
    [{ name: STEP, value: 'ranking' }],
    [bars(table), textLayer(new Map([['ranking', labels(stage, table)]]))],
  )
}

/** Every column is as wide as its names, its longest bar and its values need; the scale is common to all. */
function tableOf(stage: Stage): Table {
  const { plot, text } = stage
  const size = Math.ceil(ranked.length / COLUMNS)
  const lists = Array.from({ length: COLUMNS }, (_, i) => ranked.slice(i * size, (i + 1) * size))
  const widest = (rows: readonly CountryRecord[], words: (record: CountryRecord) => string) =>
    Math.max(...rows.map((record) => textWidth(words(record), text.label)))
  const fixed = lists.map((rows) => ({ rows, names: widest(rows, nameOf) + NAME_GAP, values: widest(rows, printed) + VALUE_GAP }))
  const taken = fixed.reduce((sum, { names, values }) => sum + names + values, COLUMN_GAP * (COLUMNS - 1))
  const longest = lists.reduce((sum, rows) => sum + (rows[0]?.deficit ?? 0), 0)
  const length = fromZero(longest, 0, plot.right - plot.left - taken)
  let left = plot.left
  const columns = fixed.map(({ rows, names, values }): Column => {
    const start = left + names
    left = start + length(rows[0]?.deficit ?? 0) + values + COLUMN_GAP
    return { rows, start }
  })
  return { columns, pitch: (stage.bottom - plot.top) / size, top: plot.top, length }
}

function nameOf({ rank, name }: CountryRecord): string {
  return `${rank} ${name}`
}

function printed({ deficit }: CountryRecord): string {
  return usd(deficit)
}

/** Each country with the start and the middle of its bar. */
function places({ columns, top, pitch }: Table): { record: CountryRecord; x: number; middle: number }[] {
  return columns.flatMap(({ rows, start }) => rows.map((record, i) => ({ record, x: start, middle: top + (i + 0.5) * pitch })))
}

function bars(table: Table): Layer {
  const half = table.pitch * 0.36
  const values = places(table).map(({ record, x, middle }): Row => {
    return { ...record, start: x, end: x + table.length(record.deficit), top: middle - half, bottom: middle + half }
  })
  return {
    name: 'record',
    data: { values },
    mark: {
      type: 'rect',
      style: 'right',
      fill: { expr: `${datum<Row>('rank')} <= ${figures.countriesFromHalfCount} ? '${colour.ink}' : '${colour.mute}'` },
    },
    encoding: {
      x: { field: field<Row>('start'), type: 'quantitative', scale: null },
      x2: { field: field<Row>('end') },
      y: { field: field<Row>('top'), type: 'quantitative', scale: null },
      y2: { field: field<Row>('bottom') },
      key: { field: field<Row>('id') },
    },
  }
}

/** Every country by rank and name before its bar, its deficit behind it. */
function labels(stage: Stage, table: Table): Drawing {
  return {
    texts: places(table).flatMap(({ record, x, middle }): TextRow[] => {
      const base = middle + stage.text.label * 0.33
      return [
        { ...quiet(stage, record.id, nameOf(record), x - NAME_GAP, base), align: 'right', fill: colour.ink },
        quiet(stage, `${record.id}-value`, printed(record), x + table.length(record.deficit) + VALUE_GAP, base),
      ]
    }),
  }
}

function rankingName(): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const ends = first && last ? `${first.name} with ${usd(first.deficit)} to ${last.name} with ${usd(last.deficit)}` : ''
  return `Bars of all ${count(ranked.length)} deficits by rank, on one scale from zero: from ${ends}; ${billions(figures.total)} together.`
}
