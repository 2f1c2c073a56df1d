import type { RankedRecord } from '../../story/deck.ts'
import { chartWords } from './chart-words.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import type { LadderBox } from './ladder-box.ts'
import type { LadderScale } from './ladder-steps.ts'
import { marksOf, shareOf } from './placing.ts'
import type { Ranked } from './ranked.ts'
import type { Stage } from './stage.ts'
import { textWidth } from './text-width.ts'
import { colour } from './theme.ts'

/** A gridline of one of the scales, and its label. */
interface Gridline {
  key: string
  scale: number
  x: number
  text: string
  width: number
  align: 'left' | 'center' | 'right'
  stroke: string
}

/** The gridlines of all scales, those of the step's own shown, and what the bars stand for. Needs the parameter `scale`. */
export function gridLayers<Row extends RankedRecord>(
  stage: Stage,
  box: LadderBox,
  { print, title, placing, lang }: Ranked<Row>,
  scales: readonly LadderScale[],
): Layer[] {
  const { text, small } = stage
  const mark = print.mark ?? print
  const gridline = (value: number, scale: number, ends: LadderScale): Gridline => {
    const x = box.left + (box.right - box.left) * shareOf(placing, ends)(value)
    const width = textWidth(mark(value), text.label)
    const align = value === ends.low || x - width / 2 < stage.left ? 'left' : x + width / 2 > stage.right ? 'right' : 'center'
    return { key: String(value), scale, x, text: mark(value), width, align, stroke: value === 0 ? colour.mute : colour.faint }
  }
  const values = scales.flatMap((scale, index) => {
    const lines = (most: number) => marksOf(placing, scale, most).map((value) => gridline(value, index, scale))
    return (small ? [2, 1] : [4, 3, 2, 1]).map(lines).find(standApart) ?? lines(1)
  })
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
      mark: {
        ...label,
        x: box.left,
        y: box.top - 8,
        align: 'left',
        text: placing ? chartWords(lang).placed(title, placing) : title,
      },
      encoding: {},
    },
  ]
}

/** Space between labels, in px. */
const APART = 12

/** Whether no label reaches the next one. */
function standApart(lines: readonly Gridline[]): boolean {
  const before = { left: 0, center: 0.5, right: 1 }
  return lines.every((line, index) => {
    const next = lines[index + 1]
    const end = line.x + line.width * (1 - before[line.align])
    return next === undefined || end + APART <= next.x - next.width * before[next.align]
  })
}
