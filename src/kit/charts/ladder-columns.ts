import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import { domainOf, type Ranked } from './ranked.ts'
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
}

/** Columns from zero in the order of telling, #1 at the right end. Neighbours share one, that of the largest, when there are more than `most`. */
export function columnsOf<Row extends RankedRecord>(
  { records, value }: Ranked<Row>,
  { left, right, top, bottom }: Box,
  most = Number.POSITIVE_INFINITY,
): Column[] {
  const together = Math.ceil(records.length / most) || 1
  const largest = (rows: readonly Row[]) =>
    rows.reduce((best, row) => (Math.abs(value(row)) > Math.abs(value(best)) ? row : best))
  const count = Math.ceil(records.length / together)
  const groups = Array.from({ length: count }, (_, index) => records.slice(index * together, (index + 1) * together))
  const { low, high } = domainOf(records.map(value))
  const y = (amount: number) => bottom - ((bottom - top) * (amount - low)) / (high - low)
  const pitch = (right - left) / count
  const gap = pitch > 3 ? pitch * 0.2 : 0
  return groups.map((rows, index) => {
    const row = largest(rows)
    const x = left + index * pitch
    return { id: row.id, rank: row.rank, x: x + gap / 2, x2: x + pitch - gap / 2, y: y(value(row)), y2: y(0) }
  })
}

/** All records as small columns: those told so far, the current one, and those to come. Needs the parameters `told` and `current`. */
export function columnsLayer<Row extends RankedRecord>(ranked: Ranked<Row>, box: Box): Layer {
  return columnLayer(
    'column',
    columnsOf(ranked, box),
    `${datum<Column>('id')} === current ? '${colour.signal}' : ${datum<Column>('rank')} >= told ? '${colour.mute}' : '${colour.faint}'`,
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
