import {
  colour,
  type Drawing,
  datum,
  field,
  type Layer,
  lines,
  px,
  quiet,
  STEP,
  type Stage,
  strong,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count } from '../../data/format.ts'
import { records } from '../../data/records.ts'
import type { Grid } from './squares.ts'
import type { FieldStep } from './steps.ts'

/** The steps that set how many countries are counted beside how much of the frame they fill. */
const STEPS = ['question', 'nine-so-far', 'four', 'half', 'before-china']
/** Of a dot, and from the frame's lower edge down to its middle; in px. */
const [RADIUS, DOWN] = [7, 62]

interface Dot {
  id: string
  rank: number
  x: number
}

/** Middle of the dot of so many countries, smallest deficit first, in px of the frame. */
function middleOf({ left, right }: Grid, number: number): number {
  return left + ((right - left) / figures.countryCount) * (number - 0.5)
}

/** All countries as a row of dots, those counted filled. Only behind a slide there is room for it. */
export function rowLayer(grid: Grid): Layer {
  const dots = records.map(({ id, rank }, before): Dot => ({ id, rank, x: middleOf(grid, before + 1) - grid.left }))
  const [id, rank] = [datum<Dot>('id'), datum<Dot>('rank')]
  return {
    name: 'dot',
    data: { values: dots },
    transform: [{ filter: `indexof(${JSON.stringify(STEPS)}, ${STEP}) >= 0` }],
    mark: {
      type: 'point',
      size: Math.PI * RADIUS ** 2,
      stroke: { expr: `${id} === current ? '${colour.signal}' : '${colour.mute}'` },
      strokeWidth: 1.5,
      fill: { expr: `${id} === current ? '${colour.signal}' : ${rank} >= told ? '${colour.mute}' : '${colour.paper}'` },
    },
    encoding: { x: px('x'), y: { value: grid.bottom - grid.top + DOWN }, key: { field: field<Dot>('id') } },
  } as Layer
}

/** What the row is; below it the answers that may be guessed, or how many are counted and how many are not. */
export function drawRow(stage: Stage, grid: Grid, { id, told, current }: FieldStep): Drawing {
  if (stage.alone || !STEPS.includes(id)) return {}
  const y = grid.bottom + DOWN
  const below = y + RADIUS + 37
  const title = quiet(stage, 'row', `${count(figures.countryCount)} countries, smallest deficit first`, stage.left, y + 7)
  if (id === 'question') {
    const answers = figures.guesses.map((guess) =>
      quiet(stage, `guess-${guess}`, `${count(guess)}?`, middleOf(grid, guess), below, { ...strong(stage), align: 'center' }),
    )
    return { texts: [title, ...answers] }
  }
  const counted = figures.countriesTo(told).length
  const last = current === '' ? counted + 1 : counted
  const left = figures.countryCount - last + 1
  const edge = (number: number, side: -1 | 1) => middleOf(grid, number) + side * RADIUS
  const bracket = (key: string, from: number, to: number, foot: number) =>
    lines(key, [from, y + 12, from, foot, to, foot, to, y + 12], { stroke: colour.quiet })
  return {
    rules: [
      ...bracket('counted', edge(1, -1), edge(counted, 1), y + 18),
      ...bracket('left', edge(last, -1), edge(figures.countryCount, 1), current === '' ? y + 18 : y + 23),
    ],
    texts: [
      title,
      quiet(stage, 'counted', `${count(counted)} ${current === '' ? 'counted' : 'from below'}`, grid.left, below, strong(stage)),
      quiet(stage, 'left', `${count(left)} ${current === '' ? 'to come' : 'from above'}`, grid.right, below, {
        ...(current === '' ? {} : strong(stage)),
        align: 'right',
      }),
    ],
  }
}
