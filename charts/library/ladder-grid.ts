import type { RankedRecord } from '../../src/deck.ts'
import type { Layer } from '../drawing.ts'
import { datum, field } from '../field.ts'
import { textWidth } from '../parts/text-width.ts'
import type { Stage } from '../stage.ts'
import { colour } from '../theme.ts'
import type { LadderBox } from './ladder-box.ts'
import type { LadderScale } from './ladder-steps.ts'
import type { Ranked } from './ranked.ts'
import { ticks } from './ticks.ts'

/** A gridline of one of the scales, and its label. */
interface Gridline {
  key: string
  scale: number
  x: number
  text: string
  align: 'left' | 'center' | 'right'
  stroke: string
}

/** The gridlines of all scales, those of the step's own shown, and what the bars stand for. Needs the parameter `scale`. */
export function gridLayers<Row extends RankedRecord>(
  stage: Stage,
  box: LadderBox,
  { print, title }: Ranked<Row>,
  scales: readonly LadderScale[],
): Layer[] {
  const { text, small } = stage
  const mark = print.mark ?? print
  const values = scales.flatMap(({ low, high }, scale) =>
    ticks(low, high, small ? 2 : 4).map((value): Gridline => {
      const x = box.left + ((box.right - box.left) * (value - low)) / (high - low)
      const half = textWidth(mark(value), text.label) / 2
      const align = value === low || x - half < stage.left ? 'left' : x + half > stage.right ? 'right' : 'center'
      return { key: String(value), scale, x, text: mark(value), align, stroke: value === 0 ? colour.mute : colour.faint }
    }),
  )
  const own = { data: { values }, transform: [{ filter: `${datum<Gridline>('scale')} === scale` }] }
  const x = { field: field<Gridline>('x'), type: 'quantitative' as const, scale: null }
  const label = { type: 'text' as const, fontSize: text.label, fill: colour.quiet }
  return [
    {
      ...own,
      name: 'grid',
      mark: { type: 'rule', y: box.top, y2: box.bottom, stroke: { expr: 'datum.stroke' } },
      encoding: { x, key: { field: field<Gridline>('key') } },
    },
    {
      ...own,
      name: 'tick',
      mark: { ...label, y: box.bottom + text.label + 1, align: { expr: 'datum.align' } },
      encoding: { x, text: { field: field<Gridline>('text') }, key: { field: field<Gridline>('key') } },
    },
    {
      data: { values: [{}] },
      name: 'title',
      mark: { ...label, x: box.left, y: box.top - 8, align: 'left', text: title },
      encoding: {},
    },
  ]
}
