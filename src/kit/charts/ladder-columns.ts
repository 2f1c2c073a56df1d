import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import { fillsOf } from './groups.ts'
import { domainFor, shareOf } from './placing.ts'
import type { Ranked } from './ranked.ts'
import type { Box } from './stage.ts'
import { colour } from './theme.ts'

/** A record as a column, in px. */
export interface Column {
  id: string
  rank: number
  x: number
  x2: number
  y: number
  y2: number
  /** Its colour where groups have colours. */
  fill: string
}

/** Thickest that a dot among columns is, in px. */
const DOT = 8

/** Columns from zero in the order of telling, #1 at the right end. Neighbours share one, that of the largest, when there are more than `most`. */
export function columnsOf<Row extends RankedRecord>(
  ranked: Ranked<Row>,
  { left, right, top, bottom }: Box,
  most = Number.POSITIVE_INFINITY,
): Column[] {
  const { records, value, placing } = ranked
  const together = Math.ceil(records.length / most) || 1
  const largest = (rows: readonly Row[]) =>
    rows.reduce((best, row) => (Math.abs(value(row)) > Math.abs(value(best)) ? row : best))
  const count = Math.ceil(records.length / together)
  const groups = Array.from({ length: count }, (_, index) => records.slice(index * together, (index + 1) * together))
  const share = shareOf(placing, domainFor(placing, records.map(value)))
  const y = (amount: number) => bottom - (bottom - top) * share(amount)
  const fillOf = fillsOf(ranked)?.fill
  const pitch = (right - left) / count
  const gap = pitch > 3 ? pitch * 0.2 : 0
  return groups.map((rows, index) => {
    const row = largest(rows)
    const x = left + index * pitch
    const dot = Math.min(pitch - gap, DOT)
    const end = y(value(row))
    const [from, to] = placing ? [end - dot / 2, end + dot / 2] : [end, y(0)]
    const [start, width] = placing ? [x + (pitch - dot) / 2, dot] : [x + gap / 2, pitch - gap]
    return { id: row.id, rank: row.rank, x: start, x2: start + width, y: from, y2: to, fill: fillOf?.(row) ?? colour.mute }
  })
}

/** All records as small columns: those told so far, the current one, and those to come. Needs the parameters `told` and `current`. */
export function columnsLayer<Row extends RankedRecord>(ranked: Ranked<Row>, box: Box): Layer {
  const own = fillsOf(ranked) ? colour.ink : colour.signal
  return columnLayer(
    'column',
    columnsOf(ranked, box),
    `${datum<Column>('id')} === current ? '${own}' : ${datum<Column>('rank')} >= told ? ${datum<Column>('fill')} : '${colour.faint}'`,
  )
}

/** Columns as marks; `fill` is a Vega expression. */
export function columnLayer(name: 'record' | 'column', values: Column[], fill: string): Layer {
  return {
    name,
    data: { values },
    mark: { type: 'rect', style: 'up', fill: { expr: fill } },
    encoding: {
      x: { field: field<Column>('x'), type: 'quantitative', scale: null },
      x2: { field: field<Column>('x2') },
      y: { field: field<Column>('y'), type: 'quantitative', scale: null },
      y2: { field: field<Column>('y2') },
      key: { field: field<Column>('id') },
    },
  }
}
