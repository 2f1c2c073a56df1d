import { colour } from 'countdown-story/charts'

/** How bars stand in two columns, in parts of the width of the plot. */
export interface TwoColumns {
  /** Bars of a column. */
  rows: number
  /** Room for the names before the bars of each column; without it they stand behind, and figures at the column's end. */
  names?: readonly [number, number]
  /** Room for the figures behind the bars of each column. */
  figures: readonly [number, number]
}

/** Without names before them, the longest bar is so long, and the second column begins there. */
const [LONGEST, SECOND] = [0.22, 0.51]

/**
 * Bars of `length` from zero in the order of `order`, on one scale: the second column begins where the first has ended. Their words are
 * `name` and `figure`.
 */
export function twoColumns({ rows, names, figures }: TwoColumns, bar: { color: object; [channel: string]: unknown }) {
  const x = (field: string) => ({ field, type: 'quantitative', scale: { domain: [0, 1], nice: false }, axis: null })
  const text = (name: string, column: string, align: 'left' | 'right', at: string, style: object) => ({
    name,
    mark: { type: 'text', align, baseline: 'middle', dx: align === 'left' ? 5 : at === 'end' ? 0 : -5, ...style },
    encoding: { x: x(at), text: { field: column }, key: { field: 'id' } },
  })
  const words = names ? [...names, ...figures].reduce((sum, part) => sum + part) : 0
  return {
    transform: [
      { calculate: `floor((datum.order - 1) / ${rows})`, as: 'column' },
      { calculate: `(datum.order - 1) % ${rows}`, as: 'row' },
      { calculate: 'datum.column * datum.length', as: 'second' },
      {
        joinaggregate: [
          { op: 'max', field: 'length', as: 'longest' },
          { op: 'max', field: 'second', as: 'rest' },
        ],
      },
      { calculate: names ? `(datum.longest + datum.rest) / ${1 - words}` : `datum.longest / ${LONGEST}`, as: 'all' },
      {
        calculate: names
          ? `${names[0]} + datum.column * (datum.longest / datum.all + ${figures[0] + names[1]})`
          : `datum.column * ${SECOND}`,
        as: 'from',
      },
      { calculate: 'datum.from + datum.length / datum.all', as: 'to' },
      { calculate: `${SECOND - 0.04} + datum.column * ${1.04 - SECOND}`, as: 'end' },
    ],
    encoding: {
      y: { field: 'row', type: 'ordinal', scale: { domain: [...Array(rows).keys()], paddingInner: 0.25 }, axis: null },
    },
    layer: [
      {
        name: 'record',
        mark: { type: 'bar', style: 'right' },
        encoding: { x: x('from'), x2: { field: 'to' }, key: { field: 'id' }, ...bar },
      },
      text('name', 'name', names ? 'right' : 'left', names ? 'from' : 'to', { fill: colour.ink }),
      text('value', 'figure', names ? 'left' : 'right', names ? 'to' : 'end', { fill: colour.quiet }),
    ],
  }
}
