import type { TopLevelSpec } from 'vega-lite'

/** What a race is drawn from; `name`, `value` and `time` are fields of its rows. */
export interface RaceOptions<Row extends object> {
  /** One row for each name and time. */
  rows: readonly Row[]
  name: keyof Row & string
  value: keyof Row & string
  /** What goes by, such as a year. */
  time: keyof Row & string
  /** What the bars show, for those who cannot see them. */
  description: string
  /** How many of the largest are shown at a time. */
  most?: number
  /** How long each time is shown, in ms. */
  step?: number
  /** How values are written, as d3-format says it. */
  format?: string
}

/** Ranks over time as bars that overtake one another: a specification for `<Chart>`. */
export function race<Row extends object>(options: RaceOptions<Row>): TopLevelSpec {
  const { rows, name, value, time, description, most = 12, step = 500, format = ',.4~g' } = options
  const key = { field: name }
  const length = { field: value, type: 'quantitative', axis: { orient: 'top', title: null } }
  return {
    description,
    data: { values: rows.map((row) => ({ [name]: row[name], [value]: row[value], [time]: row[time] })) },
    transform: [
      { window: [{ op: 'row_number', as: 'rank' }], sort: [{ field: value, order: 'descending' }], groupby: [time] },
      { filter: `datum.rank <= ${most}` },
    ],
    encoding: {
      y: { field: 'rank', type: 'ordinal', axis: null, scale: { domain: Array.from({ length: most }, (_, index) => index + 1) } },
      time: { field: time, scale: { range: { step } } },
    },
    layer: [
      { ...said({ align: 'right', dx: -6 }), encoding: { key, x: { value: 0 }, text: { field: name } } },
      { name: 'record', mark: { type: 'bar', fill: 'var(--mute)' }, encoding: { key, x: length } },
      { ...said({ align: 'left', dx: 6 }), encoding: { key, x: length, text: { field: value, format } } },
      {
        transform: [{ filter: 'datum.rank === 1' }],
        mark: { type: 'text', align: 'right', baseline: 'bottom', fontSize: { expr: 'height / 6' }, fill: 'var(--quiet)' },
        encoding: { x: { value: 'width' }, y: { value: 'height' }, text: { field: time } },
      },
    ],
  } as unknown as TopLevelSpec
}

function said(mark: object) {
  return { mark: { type: 'text', ...mark } }
}
