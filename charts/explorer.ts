import type { Frame } from 'countdown-story'
import { colour } from 'countdown-story/charts'
import { columns } from '../components/columns.ts'
import { NO_FIGURE } from '../components/describe-country.ts'
import { usd } from '../data/format.ts'
import { records } from '../data/records.ts'
import { twoColumns } from './parts/two-columns.ts'

/** What can be drawn, and what it is called. */
const MEASURES = {
  deficit: 'U.S. deficit',
  exports: 'Exports to the U.S.',
  imports: 'Imports from the U.S.',
  gdp: 'GDP',
  gdpPerCapita: 'GDP per head',
} as const
const measures = Object.keys(MEASURES) as (keyof typeof MEASURES)[]

const everywhere = 'everywhere'
const locations = [...new Set(records.map(({ location }) => location))].sort()

/** Every country with its figures, as numbers, as the table prints them, and with their units. */
export const countries = records.map((record) => ({
  ...Object.fromEntries((['id', 'name', 'location', ...measures] as const).map((key) => [key, record[key]])),
  printed: Object.fromEntries(columns.flatMap(({ key, text }) => (key in MEASURES ? [[key, text(record) ?? 'no figure']] : []))),
  told: Object.fromEntries(measures.map((key) => [key, record[key] === null ? NO_FIGURE : usd(record[key])])),
}))

/** Frames at least so wide, in px, have two columns of bars; lower ones show as many rows as can be read. */
const WIDE = 600
const ROW = 17

/** Bars from zero in the order of the figure that the audience chooses, of everywhere or of one part of the world. */
export function explorer({ width, height }: Pick<Frame, 'width' | 'height'>) {
  const isWide = width >= WIDE
  const rows = isWide ? Math.ceil(countries.length / 2) : Math.floor((height - 40) / ROW)
  const { transform, encoding, layer } = twoColumns(
    { rows, names: isWide ? [0.2, 0.2] : [0.36, 0], figures: isWide ? [0.08, 0.08] : [0.17, 0] },
    {
      color: { condition: { param: 'pointed', empty: false, value: colour.signal }, value: colour.mute },
      tooltip: [
        { field: 'name', title: 'Country' },
        { field: 'location', title: 'Location' },
        ...measures.map((key) => ({ field: `told.${key}`, title: MEASURES[key] })),
      ],
    },
  )
  const [bars, ...words] = layer
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    params: [
      {
        name: 'measure',
        value: 'deficit',
        bind: { input: 'select', name: 'Sort by', options: measures, labels: Object.values(MEASURES) },
      },
      { name: 'place', value: everywhere, bind: { input: 'select', name: 'Show', options: [everywhere, ...locations] } },
    ],
    data: { name: 'countries' },
    transform: [
      { filter: `place === '${everywhere}' || datum.location === place` },
      { calculate: 'isValid(datum[measure]) ? datum[measure] : -1', as: 'size' },
      { window: [{ op: 'row_number', as: 'order' }], sort: [{ field: 'size', order: 'descending' }] },
      { filter: `datum.order <= ${isWide ? countries.length : rows}` },
      { calculate: 'max(datum.size, 0)', as: 'length' },
      { calculate: 'datum.printed[measure]', as: 'figure' },
      ...transform,
    ],
    encoding,
    layer: [
      {
        ...bars,
        params: [{ name: 'pointed', select: { type: 'point', fields: ['id'], on: 'pointerover', clear: 'pointerout' } }],
      },
      ...words,
    ],
  }
}
