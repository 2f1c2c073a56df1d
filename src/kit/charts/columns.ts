import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import { fillsOf } from './groups.ts'
import type { Ranked } from './ranked.ts'
import { domainFor, scaleFor } from './scales.ts'
import type { Box } from './stage.ts'
import { colour } from './theme.ts'

/** A record as a column. */
export interface Column {
  id: string
  rank: number
  value: number
  /** Its colour where groups have colours. */
  fill: string
}

/** Thickest that a dot among columns is, in px. */
const DOT = 8

/** Columns in the order of telling, #1 last. Neighbours share one, that of the largest, when there are more than `most`. */
export function columnsOf<Row extends RankedRecord>(ranked: Ranked<Row>, most = Number.POSITIVE_INFINITY): Column[] {
  const { records, value } = ranked
  const together = Math.ceil(records.length / most) || 1
  const fillOf = fillsOf(ranked)?.fill ?? (() => colour.mute)
  return Array.from({ length: Math.ceil(records.length / together) }, (_, index) => {
    const rows = records.slice(index * together, (index + 1) * together)
    const row = rows.reduce((best, each) => (Math.abs(value(each)) > Math.abs(value(best)) ? each : best))
    return { id: row.id, rank: row.rank, value: value(row), fill: fillOf(row) }
  })
}

/** Columns from zero, or dots, within a box of px of the plot; `fill` is a Vega expression. */
export function columnLayer<Row extends RankedRecord>(
  name: 'record' | 'column',
  { records, value, placing }: Ranked<Row>,
  columns: Column[],
  { box, fill, axis }: { box: Box; fill: string; axis?: object },
): Layer {
  const pitch = (box.right - box.left) / columns.length
  const gap = pitch > 3 ? 0.2 : 0
  const dot = Math.min(pitch * (1 - gap), DOT)
  const paint = { fill: { expr: fill } }
  return {
    name,
    data: { values: columns },
    mark: placing ? { type: 'point', size: dot ** 2, ...paint } : { type: 'bar', style: 'up', ...paint },
    encoding: {
      x: {
        field: field<Column>('id'),
        type: 'ordinal',
        sort: null,
        scale: { type: 'band', range: [box.left, box.right], paddingInner: gap, paddingOuter: gap / 2 },
      },
      y: {
        field: field<Column>('value'),
        type: 'quantitative',
        scale: { ...scaleFor(placing, domainFor(placing, records.map(value))), range: [box.bottom, box.top] },
        ...(axis && { axis }),
      },
      ...(!placing && { y2: { datum: 0 } }),
      key: { field: field<Column>('id') },
    },
  } as unknown as Layer
}

/** All records as small columns: those told so far, the current one, and those to come. Needs the parameters `told` and `current`. */
export function columnsLayer<Row extends RankedRecord>(ranked: Ranked<Row>, box: Box): Layer {
  const own = fillsOf(ranked) ? colour.ink : colour.signal
  const told = `${datum<Column>('rank')} >= told ? ${datum<Column>('fill')} : '${colour.faint}'`
  const fill = `${datum<Column>('id')} === current ? '${own}' : ${told}`
  return columnLayer('column', ranked, columnsOf(ranked), { box, fill })
}
