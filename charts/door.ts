import type { Frame, Scene } from 'countdown-story'
import { colour, duration, field, type Layer, quiet, STEP, stageOf, stageSpec, strong } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { count, percent, usd } from '../data/format.ts'

/** The countries before the ten, smallest first, and their deficits together, in dollars. */
const told = figures.countriesTo(11)
const dollars = figures.totalTo(11)
/** How many of the countries told last are named below their stretches of the strip. */
const NAMED = 4

/** The door of the ten: all deficits as one strip, filled as far as it goes. */
export const door: Scene = {
  spec,
  steps: [{ id: 'ten', params: { [STEP]: 'ten' }, name: doorName(), duration: duration.scene }],
}

/** A country's stretch of the strip, in dollars, and what is said below it. */
interface Stretch {
  id: string
  start: number
  middle: number
  to: number
  row: number
  said: string
}

const stretches = told.map(({ id, name, deficit }, index): Stretch => {
  const to = figures.runningTotal(id)
  const row = told.length - 1 - index
  return { id, start: to - deficit, middle: to - deficit / 2, to, row, said: `${name} ${usd(deficit)}` }
})
const named = stretches.slice(-NAMED)

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot, text } = stage
  const top = plot.top + 2 * text.label + 10
  const thickness = stage.tally - NAMED * (text.label + 8) - 24 - top
  const box = { ...plot, top, bottom: top + thickness }
  const x = (column: keyof Stretch & string) => ({
    field: field<Stretch>(column),
    type: 'quantitative' as const,
    scale: { domain: [0, figures.total], nice: false },
  })
  const key = { field: field<Stretch>('id') }
  /** Each name a step lower than the one on its right, so that no line crosses a name. */
  const below = { expr: `${thickness + text.label + 10} + datum.row * ${text.label + 8}` }
  const at = (dollars: number) => plot.left + ((plot.right - plot.left) * dollars) / figures.total
  const share = (countries: number, part: number) => `${count(countries)} countries: ${percent(part)}`
  const [part, rest] = [dollars / figures.total, (Math.max(figures.half, dollars) + figures.total) / 2]
  const texts = [
    quiet(stage, 'told', share(told.length, part), plot.left, top - 14, strong(stage)),
    quiet(stage, 'half', 'half', at(figures.half), top - 14, { align: 'center' }),
    quiet(
      stage,
      'to-come',
      share(figures.countryCount - told.length, 1 - part),
      at(rest),
      top + thickness / 2 + text.strong * 0.33,
      {
        ...strong(stage),
        align: 'center',
      },
    ),
  ]
  const layers: Layer[] = [
    { name: 'whole', data: { values: [{}] }, mark: { type: 'rect', fill: colour.faint }, encoding: {} },
    {
      name: 'record',
      data: { values: stretches },
      mark: { type: 'bar', stroke: colour.paper, strokeWidth: 0.5, fill: colour.mute },
      encoding: { x: x('start'), x2: { field: field<Stretch>('to') }, y: { value: 0 }, y2: { value: thickness }, key },
    },
    {
      name: 'half',
      data: { values: [{ half: figures.half }] },
      mark: { type: 'rule', stroke: colour.ink, strokeWidth: 2, y: -10, y2: thickness },
      encoding: { x: { field: 'half', type: 'quantitative' } },
    },
    {
      name: 'stretch',
      data: { values: named },
      mark: { type: 'rule', stroke: colour.mute, y: thickness + 3, y2: below },
      encoding: { x: x('middle'), key },
    },
    {
      name: 'name',
      data: { values: named },
      mark: { type: 'text', align: 'left', dx: 6, y: below },
      encoding: { x: x('middle'), text: { field: field<Stretch>('said') }, key },
    },
  ]
  return stageSpec(stage, { [STEP]: 'ten' }, layers, { box, drawings: new Map([['ten', { texts }]]) })
}

function doorName(): string {
  const rest = figures.countryCount - told.length
  return `Strip of all deficits: ${count(told.length)} countries fill ${percent(dollars / figures.total)}; ${count(rest)} fill the rest.`
}
