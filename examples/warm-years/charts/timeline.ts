import type { Frame, Scene, SceneStep } from 'countdown-story'
import {
  type Box,
  colour,
  type Drawing,
  datum,
  field,
  quiet,
  rule,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  strong,
  type TextRow,
  textWidth,
} from 'countdown-story/charts'
import { begin, coldest, decades, end, ranked } from '../data/figures.ts'
import { difference } from '../data/format.ts'
import { records, type Year } from '../data/records.ts'
import { acts } from '../slides/acts.ts'

/** A year's bar, in px. */
interface Bar extends Year {
  x: number
  x2: number
  y: number
  y2: number
}

/** Ends of the scale in °C, and the differences that have a line. */
const [LOW, HIGH, LINES] = [-0.62, 1.25, [-0.5, 0, 0.5, 1]]
/** Told years above the mean: more than halfway to the colour of the current one. */
const WARM = 'color-mix(in srgb, var(--signal) 60%, var(--paper))'

const beats = Object.values(acts).flatMap(({ door, from }) => (door ? [{ id: door, told: from + 1 }] : []))

/** All years from left to right, each a bar from the mean of 1951 to 1980, once it is told. */
export const timeline: Scene = {
  spec,
  steps: [
    step('opening', records.length + 1, `an empty line from ${begin} to ${end}`),
    ...records.map(({ id, rank, name, anomaly }) => step(id, rank, `${name} stands at ${difference(anomaly)}`)),
    ...beats.map(({ id, told }) =>
      step(id, told, `${records.length + 1 - told} years are told, the last with ${difference(ranked(told).anomaly)}`),
    ),
    step('all', 1, 'cool bars to the left, and from 1977 on only warm ones that grow to the right'),
    step(
      'decades',
      1,
      `the means of the decades rise from ${difference(decades[2]?.mean ?? 0)} in the 1900s to ${difference(decades.at(-1)?.mean ?? 0)} in the 2020s`,
    ),
  ],
}

function step(id: string, told: number, finding: string): SceneStep {
  return {
    id,
    params: { [STEP]: id, told },
    name: `Bars of the yearly difference from the mean of 1951 to 1980, by year: ${finding}.`,
  }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const box = boxOf(stage)
  const values = records.map(
    (record): Bar => ({ ...record, ...barOf(box, record.year, record.year + 1), y: yOf(box, record.anomaly), y2: yOf(box, 0) }),
  )
  const axis = axes(stage, box)
  const drawings = new Map(timeline.steps.map(({ id }) => [id, drawingOf(stage, box, id, axis)]))
  const told = `${datum<Bar>('anomaly')} > 0 ? '${WARM}' : '${colour.mute}'`
  return stageSpec(
    stage,
    { [STEP]: 'opening', told: records.length + 1 },
    [
      {
        name: 'record',
        data: { values },
        transform: [{ filter: `${datum<Bar>('rank')} >= told` }],
        mark: {
          type: 'rect',
          style: 'up',
          fill: {
            expr: `${STEP} === 'decades' ? '${colour.faint}' : ${datum<Bar>('id')} === ${STEP} ? '${colour.signal}' : ${told}`,
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
    { drawings, boxesOver: true },
  )
}

function boxOf({ plot, text, bottom }: Stage): Box {
  const left = plot.left + textWidth('+0.50 °C', text.label) + 10
  return { left, right: plot.right, top: plot.top + text.label + 10, bottom: bottom - text.label - 8 }
}

function yOf({ top, bottom }: Box, anomaly: number): number {
  return bottom - ((bottom - top) * (anomaly - LOW)) / (HIGH - LOW)
}

/** The place of the years from one to before another, with a gap between bars. */
function barOf({ left, right }: Box, from: number, to: number): { x: number; x2: number } {
  const pitch = (right - left) / (end + 1 - begin)
  const gap = pitch * 0.16
  return { x: left + (from - begin) * pitch + gap, x2: left + (to - begin) * pitch - gap }
}

function drawingOf(stage: Stage, box: Box, id: string, axis: Drawing): Drawing {
  const current = records.find((record) => record.id === id)
  if (current) return { ...axis, texts: [...(axis.texts ?? []), label(stage, box, current)] }
  return id === 'decades' ? { ...axis, ...decadesOf(stage, box, axis) } : axis
}

/** Lines of the scale, and the years below. */
function axes(stage: Stage, box: Box): Drawing {
  const years = (stage.small ? [1900, 1950, 2000] : [1880, 1900, 1920, 1940, 1960, 1980, 2000, 2020]).filter(
    (year) => year >= begin && year <= end,
  )
  return {
    rules: LINES.map((at) =>
      rule(`level-${at}`, [box.left, yOf(box, at), box.right, yOf(box, at)], at === 0 ? { stroke: colour.mute } : {}),
    ),
    texts: [
      ...LINES.map(
        (at): TextRow => ({ ...quiet(stage, `level-${at}`, difference(at), box.left - 8, yOf(box, at) + 5), align: 'right' }),
      ),
      ...years.map((year): TextRow => {
        const { x, x2 } = barOf(box, year, year + 1)
        return { ...quiet(stage, `year-${year}`, String(year), (x + x2) / 2, box.bottom + stage.text.label + 2), align: 'center' }
      }),
      quiet(stage, 'axis', 'Difference from the mean of 1951 to 1980', stage.plot.left, stage.plot.top + stage.text.label - 4),
    ],
  }
}

/** The year and its difference, kept within the frame: above its bar, or below those of its colder neighbours. */
function label(stage: Stage, box: Box, { year, anomaly, name }: Year): TextRow {
  const words = `${name}  ${difference(anomaly)}`
  const half = textWidth(words, stage.text.strong, 600) / 2
  const { x, x2 } = barOf(box, year, year + 1)
  const at = Math.min(Math.max((x + x2) / 2, box.left + half), box.right - half)
  const y = anomaly < 0 ? yOf(box, coldest.anomaly) + stage.text.strong : yOf(box, anomaly) - 8
  return { ...quiet(stage, 'current', words, at, y), align: 'center', ...strong(stage, colour.signal) }
}

/** The mean of each decade, as wide as its years. */
function decadesOf(stage: Stage, box: Box, axis: Drawing): Drawing {
  const means = decades.map(({ decade, years, mean }) => ({
    decade,
    mean,
    ...barOf(box, decade, decade + years.length),
    y: yOf(box, mean),
  }))
  return {
    boxes: means.map(({ decade, mean, x, x2, y }) => ({
      key: `decade-${decade}`,
      x,
      x2,
      y: Math.min(y, yOf(box, 0)),
      y2: Math.max(y, yOf(box, 0)),
      fill: mean > 0 ? colour.signal : colour.mute,
    })),
    texts: [
      ...(axis.texts ?? []),
      ...means
        .filter(() => !stage.small)
        .map(
          ({ decade, mean, x, x2, y }): TextRow => ({
            ...quiet(
              stage,
              `decade-${decade}`,
              difference.parts(mean).value,
              (x + x2) / 2,
              mean < 0 ? y + stage.text.label + 2 : y - 6,
            ),
            align: 'center',
            fill: colour.ink,
          }),
        ),
    ],
  }
}
