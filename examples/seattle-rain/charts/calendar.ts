import type { Frame, Scene, SceneStep } from 'countdown-story'
import {
  colour,
  type Drawing,
  datum,
  field,
  linear,
  quiet,
  rule,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  strong,
  type TextRow,
} from 'countdown-story/charts'
import { mm } from '../data/format.ts'
import { type Month, recordOf, records } from '../data/records.ts'

/** A step of the calendar: the months told so far, and the one that is told. */
interface CalendarStep {
  id: string
  told: number
  current?: Month
}

/** Where the year hangs, in px of the frame. */
interface Sky {
  top: number
  /** Maps rain in mm onto px, downwards. */
  y: (rain: number) => number
  /** The middle of a month, and the width of its bar. */
  x: (month: Month) => number
  width: number
  /** The line of single years, at the right of the bar. */
  beside: (month: Month) => number
}

/** Upper end of the scale in mm, and the amounts that have a line. */
const [MOST, LINES] = [300, [100, 200, 300]]

/** The year as rain that hangs from a line: told months have a bar as long as their rain, and a line as long as it was in single years. */
export const calendar: Scene = {
  spec,
  steps: [
    sceneStep({ id: 'opening', told: 13 }, 'twelve empty places, January to December'),
    ...records.map((month) =>
      sceneStep({ id: month.id, told: month.rank, current: month }, `${month.name} brings ${mm(month.rain)}`),
    ),
    sceneStep({ id: 'half', told: 7 }, 'six months are told, October to March'),
    sceneStep({ id: 'year', told: 1, current: recordOf('july') }, 'the bars are long from October to April and shrink to July'),
  ],
}

function sceneStep(step: CalendarStep, finding: string): SceneStep {
  return {
    id: step.id,
    params: { [STEP]: step.id, told: step.told },
    name: `Average rain by month, hanging from a line: ${finding}.`,
  }
}

function stepOf({ id, params }: SceneStep): CalendarStep {
  const current = records.find((month) => month.id === (id === 'year' ? 'july' : id))
  return { id, told: Number(params.told), ...(current && { current }) }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const sky = skyOf(stage)
  const drawings = new Map(calendar.steps.map((step) => [step.id, draw(stage, sky, stepOf(step))]))
  const bars = records.map((month) => ({
    ...month,
    x: sky.x(month) - sky.width / 2,
    x2: sky.x(month) + sky.width / 2,
    y: sky.top,
    y2: sky.y(month.rain),
  }))
  type Bar = (typeof bars)[number]
  return stageSpec(
    stage,
    { [STEP]: 'opening', told: 13 },
    [
      {
        name: 'record',
        data: { values: bars },
        transform: [{ filter: `${datum<Bar>('rank')} >= told` }],
        mark: {
          type: 'rect',
          style: 'drop',
          fill: {
            expr: `${datum<Bar>('id')} === ${STEP} || (${STEP} === 'year' && ${datum<Bar>('rank')} === 1) ? '${colour.signal}' : '${colour.mute}'`,
          },
        },
        encoding: {
          x: { field: field<Bar>('x'), type: 'quantitative', scale: null },
          x2: { field: field<Bar>('x2') },
          y: { field: field<Bar>('y'), type: 'quantitative', scale: null },
          y2: { field: field<Bar>('y2') },
          key: { field: field<Bar>('id') },
        },
      },
    ],
    { drawings },
  )
}

function skyOf({ plot, text, bottom }: Stage): Sky {
  const top = plot.top + text.label * 2.4
  const pitch = (plot.right - plot.left - LABELS) / records.length
  const x = ({ place }: Month) => plot.left + LABELS + (place + 0.5) * pitch
  const width = pitch * 0.66
  return {
    top,
    y: linear([0, MOST], [top, bottom - text.label]),
    x,
    width,
    beside: (month) => x(month) + width / 2 + pitch * 0.08,
  }
}

/** Room for the labels of the scale, in px. */
const LABELS = 52

function draw(stage: Stage, sky: Sky, { told, current }: CalendarStep): Drawing {
  const { left, right } = stage.plot
  const line = (at: number) =>
    rule(`rain-${at}`, [left + LABELS, sky.y(at), right, sky.y(at)], at === 0 ? { stroke: colour.ink, width: 2 } : {})
  const shown = records.filter(({ rank }) => rank >= told)
  return {
    rules: [0, ...LINES].map(line),
    marks: shown.map((month) =>
      rule(month.id, [sky.beside(month), sky.y(month.least), sky.beside(month), sky.y(month.most)], {
        stroke: month === current ? colour.ink : colour.quiet,
        width: month === current ? 2 : 1,
      }),
    ),
    texts: [
      ...LINES.map(
        (at): TextRow => ({
          ...quiet(stage, `rain-${at}`, mm(at).replace('.0', ''), left + LABELS - 8, sky.y(at) + 5),
          align: 'right',
        }),
      ),
      ...records.map((month) => monthName(stage, sky, month, month === current, month.rank >= told)),
      // A phone's bars are too narrow for figures; the month's own stands below in large.
      ...(stage.small ? [] : shown.map((month) => amount(stage, sky, month, month === current))),
    ],
  }
}

function monthName(stage: Stage, sky: Sky, month: Month, isCurrent: boolean, isTold: boolean): TextRow {
  const words = month.name.slice(0, stage.small ? 1 : 3)
  const row: TextRow = { ...quiet(stage, month.id, words, sky.x(month), sky.top - 9), align: 'center' }
  return isCurrent ? { ...row, ...strong(stage, colour.signal) } : isTold ? { ...row, fill: colour.ink } : row
}

function amount(stage: Stage, sky: Sky, month: Month, isCurrent: boolean): TextRow {
  const y = sky.y(month.rain) + stage.text.label + 3
  const row = quiet(stage, `${month.id}-rain`, month.rain.toFixed(1), sky.x(month), y, { align: 'center' })
  return isCurrent ? { ...row, weight: 600, fill: colour.signal } : row
}
