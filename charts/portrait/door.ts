import { colour, type Drawing, fromZero, quiet, rule, type Stage, strong, type TextRow, together } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, percent, usd } from '../../data/format.ts'
import type { CountryRecord } from '../../data/records.ts'
import { stripBoxes, tallyText } from '../parts/tally.ts'
import type { PortraitBox } from './box.ts'

/** How many of the countries told last are named below their stretches of the strip. */
const NAMED = 6

/** The strip as the whole chart: how far so many countries reach, what is missing to half, and what the others are. */
export function doorStrip(stage: Stage, box: PortraitBox, told: readonly CountryRecord[]): Drawing {
  const at = fromZero(figures.total, box.left, box.right)
  const soFar = figures.smallestTogether(told.length)
  const half = at(figures.half)
  const { top, bottom } = box.strip
  return together(
    {
      // Only the whole: what is told are the countries' own stretches, set apart by hair lines.
      // A strip that came up from the foot would cross the words beside it.
      boxes: stripBoxes(at, box.strip, 0, 0).map((part) => ({ ...part, key: `large-${part.key}` })),
      marks: [rule('half', [half, top - 10, half, bottom], { stroke: colour.ink, width: 2 })],
      texts: [tallyText(stage, soFar), ...shares(stage, box, told.length, Math.max(half, at(soFar)))],
    },
    halfLabel(stage, box, half),
    stretches(stage, box, told.slice(-NAMED), at),
  )
}

/** What those told hold, above the strip; what those to come hold, inside its empty part. */
function shares(stage: Stage, { left, right, strip: { top, bottom } }: PortraitBox, told: number, from: number): TextRow[] {
  const share = figures.smallestTogether(told) / figures.total
  const words = (countries: number, part: number) => `${count(countries)} countries: ${percent(part)}`
  const middle = (top + bottom) / 2 + stage.text.strong * 0.33
  return [
    { ...quiet(stage, 'told', words(told, share), left, top - 14), ...strong(stage) },
    {
      ...quiet(stage, 'to-come', words(figures.countryCount - told, 1 - share), (from + right) / 2, middle),
      ...strong(stage),
      align: 'center',
    },
  ]
}

function halfLabel(stage: Stage, { strip: { top } }: PortraitBox, x: number): Drawing {
  return { texts: [{ ...quiet(stage, 'half', 'half', x, top - 14), align: 'center' }] }
}

/** Names of stretches, each a step lower than the one on its right, so that no line crosses a name. */
function stretches(
  stage: Stage,
  { strip: { bottom } }: PortraitBox,
  told: readonly CountryRecord[],
  at: (dollars: number) => number,
): Drawing {
  const step = stage.text.label + 8
  const rows = told.toReversed().map(({ id, name, deficit }, row) => {
    const x = at(figures.runningTotal(id) - deficit / 2)
    const words = `${name} ${usd(deficit)}`
    return { id, x, y: bottom + 30 + row * step, words }
  })
  return {
    rules: rows.map(({ id, x, y }) => rule(`stretch-${id}`, [x, bottom + 3, x, y], { stroke: colour.mute })),
    texts: rows.map(({ id, x, y, words }) => quiet(stage, id, words, x + 6, y)),
  }
}
