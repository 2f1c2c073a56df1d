import type { RankedRecord } from '../../story/deck.ts'
import { type Layer, px } from './drawing.ts'
import type { Ranked } from './ranked.ts'
import type { Stage } from './stage.ts'
import { STAND_IN, textWidth } from './text-width.ts'

/** Most colours that are told apart without looking back at a key. */
const MOST = 5

/** What the marks of records are painted with, and what that means. */
export interface Fills<Row extends RankedRecord> {
  fill(record: Row): string
  key: readonly { fill: string; text: string; opacity?: number }[]
}

/** Colours by group where there are two to five, by side where values lie on both sides of zero; undefined where marks have one colour. */
export function fillsOf<Row extends RankedRecord>({ records, value, placing, group }: Ranked<Row>): Fills<Row> | undefined {
  if (placing) return undefined
  if (records.some((record) => value(record) < 0) && records.some((record) => value(record) > 0))
    return { fill: (record) => (value(record) < 0 ? 'var(--side-end)' : 'var(--side-start)'), key: [] }
  if (!group) return undefined
  const names = [...Map.groupBy(records, group)].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name)
  if (names.length < 2 || names.length > MOST || names.includes(null)) return undefined
  const fill = (name: string | null) => `var(--category-${names.indexOf(name) + 1})`
  return { fill: (record) => fill(group(record)), key: names.map((name) => ({ fill: fill(name), text: name ?? '' })) }
}

/** Space between the entries of a key, and between a colour and its words, in px. */
const [APART, GAP] = [22, 6]

/** A stage with a key of colours at the top of its plot, which begins below it; as many lines as it takes. `from` is where px of the plot begin. */
export function withKey(
  stage: Stage,
  key: Fills<RankedRecord>['key'] = [],
  from = { left: 0, top: 0 },
): { stage: Stage; layers: Layer[] } {
  if (key.length === 0) return { stage, layers: [] }
  const { plot, text } = stage
  const side = text.label * 0.7
  let [x, line] = [plot.left, 0]
  const values = key.map((entry) => {
    const width = side + GAP + textWidth(entry.text, text.label) * STAND_IN
    if (x > plot.left && x + width > plot.right) [x, line] = [plot.left, line + 1]
    const placed = {
      opacity: 1,
      ...entry,
      x: x - from.left + side / 2,
      y: plot.top - from.top + line * (text.label + 8) + side / 2,
    }
    x += width + APART
    return placed
  })
  const place = { x: px('x'), y: px('y'), key: { field: 'text' } }
  const swatch = {
    type: 'square',
    opacity: 1,
    size: side ** 2,
    fill: { expr: 'datum.fill' },
    fillOpacity: { expr: 'datum.opacity' },
  } as const
  const words = { type: 'text', align: 'left', dx: side / 2 + GAP, dy: side / 2 } as const
  const layers: Layer[] = [
    { name: 'key', data: { values }, mark: swatch, encoding: place },
    { name: 'key-text', data: { values }, mark: words, encoding: { ...place, text: { field: 'text' } } },
  ]
  return { stage: { ...stage, plot: { ...plot, top: plot.top + (line + 1) * (text.label + 8) } }, layers }
}
