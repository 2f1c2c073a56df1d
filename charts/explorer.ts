import type { Frame } from 'countdown-story'
import { colour } from 'countdown-story/charts'
import { columns } from '../components/columns.ts'
import { NO_FIGURE } from '../components/describe-country.ts'
import { usd } from '../data/format.ts'
import { records } from '../data/records.ts'

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
  const y = {
    field: 'name',
    sort: { field: 'order' },
    scale: { paddingInner: 0.25 },
    title: null,
    axis: { domain: false, ticks: false, labelColor: colour.ink },
  }
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
      { calculate: 'datum[measure]', as: 'value' },
      { calculate: 'isValid(datum.value) ? datum.value : 0', as: 'length' },
      { calculate: 'isValid(datum.value) ? datum.value : -1', as: 'size' },
      { window: [{ op: 'row_number', as: 'order' }], sort: [{ field: 'size', order: 'descending' }] },
      { filter: `datum.order <= ${isWide ? countries.length : rows}` },
      { calculate: `floor((datum.order - 1) / ${rows})`, as: 'column' },
      { calculate: 'datum.printed[measure]', as: 'figure' },
    ],
    facet: { column: { field: 'column', header: { labels: false, title: null } } },
    resolve: { scale: { y: 'independent' } },
    spacing: 24,
    spec: {
      encoding: { x: { field: 'length', type: 'quantitative', axis: null }, y },
      layer: [
        {
          name: 'record',
          params: [{ name: 'pointed', select: { type: 'point', fields: ['id'], on: 'pointerover', clear: 'pointerout' } }],
          mark: 'bar',
          encoding: {
            color: { condition: { param: 'pointed', empty: false, value: colour.signal }, value: colour.mute },
            tooltip: [
              { field: 'name', title: 'Country' },
              { field: 'location', title: 'Location' },
              ...measures.map((key) => ({ field: `told.${key}`, title: MEASURES[key] })),
            ],
            key: { field: 'id' },
          },
        },
        { mark: { type: 'text', align: 'left', dx: 5 }, encoding: { text: { field: 'figure' } } },
      ],
    },
  }
}
