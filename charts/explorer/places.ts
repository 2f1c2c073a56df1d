import { datum, field } from 'countdown-story/charts'
import type { ExplorerRow } from './rows.ts'

/** Sizes in px. The chart has half of a slide's width, and rows of the table's type in up to two columns. */
export const size = { width: 588, head: 21, pitch: 19.5, rows: 22, names: 136, values: 68, gap: 8, text: 15 } as const

/** A row with its place in the chart, in px. */
export interface PlacedRow extends ExplorerRow {
  /** Position in the order, from 0. */
  place: number
  /** The figure drawn. */
  value: number | null
  column: number
  inFirst: number | null
  inSecond: number | null
  /** The largest figures of both columns. */
  first: number
  second: number
  /** Px to the unit of the figures, the same for all. */
  scale: number
  left: number
  right: number
  top: number
  start: number
  end: number
}

/** What a column needs beside its bars. */
const BESIDE = size.names + size.values + size.gap

/** Each column as wide as its longest bar needs, on one scale from zero. `order` and `measure` are the parameters' names. */
export function places(order: string, measure: string) {
  const at = datum<PlacedRow>
  const isWide = `length(${order}) <= ${size.rows}`
  const room = `${size.width} - ${BESIDE} * (${isWide} ? 1 : 2)`
  const secondLeft = `${at('first')} * ${at('scale')} + ${BESIDE}`
  return [
    { filter: `indexof(${order}, ${at('id')}) >= 0` },
    calculate('place', `indexof(${order}, ${at('id')})`),
    calculate('value', `datum[${measure}]`),
    calculate('column', `floor(${at('place')} / ${size.rows})`),
    calculate('inFirst', `${at('column')} === 0 ? ${at('value')} : 0`),
    calculate('inSecond', `${at('column')} === 0 ? 0 : ${at('value')}`),
    { joinaggregate: [largest('inFirst', 'first'), largest('inSecond', 'second')] },
    calculate('scale', `(${room}) / max(1, ${at('first')} + ${at('second')})`),
    calculate('left', `${at('column')} === 0 ? 0 : ${secondLeft}`),
    calculate('right', `${isWide} || ${at('column')} === 1 ? ${size.width} : ${secondLeft} - ${size.gap}`),
    calculate('top', `${at('place')} % ${size.rows} * ${size.pitch} + ${size.head}`),
    calculate('start', `${at('left')} + ${size.names}`),
    calculate('end', `${at('start')} + (${at('value')} || 0) * ${at('scale')}`),
  ]
}

function calculate(as: keyof PlacedRow & string, calculation: string) {
  return { calculate: calculation, as: field<PlacedRow>(as) }
}

function largest(of: keyof PlacedRow & string, as: keyof PlacedRow & string) {
  return { op: 'max' as const, field: field<PlacedRow>(of), as: field<PlacedRow>(as) }
}
