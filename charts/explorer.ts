import type { Explorer } from 'countdown-story'
import { colour, config, datum, field } from 'countdown-story/charts'
import { type PlacedRow, places, size } from './explorer/places.ts'
import { headings, type Key, labels, measures, rows } from './explorer/rows.ts'

/** What the page sets. */
const [ORDER, MEASURE, FOCUS] = ['order', 'measure', 'focus'] as const
/** Between bar and words, and above and below a bar, in px. */
const [WORD_GAP, BAR_GAP] = [6, 3] as const
/** Where text stands in its row. */
const BASELINE = size.pitch * 0.74

/** Bars from zero in the table's order, each named and with its figure. */
export const explorer: Explorer = {
  labels,
  measures,
  filter: 'location' satisfies Key,
  spec: {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: size.width,
    height: size.head + size.pitch * size.rows,
    padding: 0,
    autosize: { type: 'none' },
    config: config,
    params: [
      { name: ORDER, value: rows.map(({ id }) => id) },
      { name: MEASURE, value: measures[0] },
      { name: FOCUS, value: '' },
    ],
    data: { values: [...rows] },
    transform: places(ORDER, MEASURE),
    layer: [
      ...heading(),
      {
        mark: {
          type: 'rect',
          aria: false,
          fill: { expr: pointed(colour.signal, colour.mute) },
          yOffset: BAR_GAP,
          y2Offset: size.pitch - BAR_GAP,
        },
        encoding: {
          x: px('start'),
          x2: { field: field<PlacedRow>('end') },
          y: px('top'),
          y2: { field: field<PlacedRow>('top') },
        },
      },
      words('start', -WORD_GAP, 'datum.said.name', pointed(colour.signal, colour.ink)),
      words('end', WORD_GAP, `datum.said[${MEASURE}]`, pointed(colour.signal, colour.quiet)),
      {
        mark: { type: 'rect', aria: false, fill: 'transparent', y2Offset: size.pitch },
        encoding: {
          x: px('left'),
          x2: { field: field<PlacedRow>('right') },
          y: px('top'),
          y2: { field: field<PlacedRow>('top') },
          tooltip: Object.entries(labels).map(([key, title]) => ({ field: `told.${key}`, title, type: 'nominal' as const })),
        },
      },
    ],
  },
}

/** What is drawn, over a line like that of the table's head. */
function heading() {
  const data = { values: [{}] }
  const text = { expr: `(${JSON.stringify(headings)})[${MEASURE}]` }
  return [
    {
      data,
      mark: {
        type: 'text' as const,
        aria: false,
        x: 0,
        y: 13,
        align: 'left' as const,
        fontSize: size.text,
        text,
        fill: colour.quiet,
      },
      encoding: {},
    },
    { data, mark: { type: 'rect' as const, aria: false, x: 0, x2: size.width, y: 18, y2: 19, fill: colour.ink }, encoding: {} },
  ]
}

/** The one pointed out has the signal colour. */
function pointed(is: string, isNot: string): string {
  return `${datum<PlacedRow>('id')} === ${FOCUS} ? '${is}' : '${isNot}'`
}

/** A place that is known in px. */
function px(column: keyof PlacedRow & string) {
  return { field: field<PlacedRow>(column), type: 'quantitative' as const, scale: null }
}

/** Text that ends before its place or begins after it. */
function words(x: keyof PlacedRow & string, dx: number, text: string, fill: string) {
  const align = dx < 0 ? ('right' as const) : ('left' as const)
  return {
    mark: {
      type: 'text' as const,
      aria: false,
      align,
      dx,
      dy: BASELINE,
      fontSize: size.text,
      text: { expr: text },
      fill: { expr: fill },
    },
    encoding: { x: px(x), y: px('top') },
  }
}
