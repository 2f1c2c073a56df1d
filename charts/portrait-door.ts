import * as figures from '../data/figures.ts'
import { billions, count, percent } from '../data/format.ts'
import { type Drawing, rule, type TextRow, together } from './drawing.ts'
import type { PortraitBox } from './portrait-box.ts'
import { quiet, strong } from './quiet.ts'
import { fromZero, type Stage } from './stage.ts'
import { stripBoxes, tallyText } from './tally.ts'
import { colour } from './theme.ts'

/** The strip as the whole chart: how far so many countries reach, what is missing to half, and what the others are. */
export function doorStrip(stage: Stage, box: PortraitBox, told: number): Drawing {
  const at = fromZero(figures.total, box.left, box.right)
  const soFar = figures.smallestTogether(told)
  const half = at(figures.half)
  const { top, bottom } = box.strip
  const left = figures.countryCount - told
  const share = (dollars: number) => percent(dollars / figures.total)
  return together(
    {
      boxes: stripBoxes(at, box.strip, soFar, 0),
      marks: [rule('half', [half, top - 10, half, bottom], { stroke: colour.ink, width: 2 })],
      texts: [
        tallyText(stage, soFar),
        { ...quiet(stage, 'told', `${count(told)} countries: ${share(soFar)}`, box.left, top - 14), ...strong(stage) },
        { ...quiet(stage, 'half', 'half', half, top - 14), align: 'center' },
        {
          ...centred(
            stage,
            `${count(left)} countries: ${share(figures.total - soFar)}`,
            (Math.max(half, at(soFar)) + box.right) / 2,
            box,
          ),
        },
      ],
    },
    told === figures.countriesBeforeHalf ? missing(stage, box, at(soFar), half) : {},
  )
}

function centred(stage: Stage, words: string, x: number, { strip: { top, bottom } }: PortraitBox): TextRow {
  const y = (top + bottom) / 2 + stage.text.strong * 0.33
  return { ...quiet(stage, 'to-come', words, x, y), ...strong(stage), weight: 400, align: 'center' }
}

/** What is missing to half, bracketed below the strip. */
function missing(stage: Stage, { strip: { bottom } }: PortraitBox, from: number, to: number): Drawing {
  const y = bottom + 14
  const style = { stroke: colour.ink, width: 1.5 }
  const words = `${billions(figures.missingToHalf)} missing to half`
  return {
    rules: [
      rule('missing-from', [from, y - 6, from, y], style),
      rule('missing', [from, y, to, y], style),
      rule('missing-to', [to, y - 6, to, y], style),
    ],
    texts: [{ ...quiet(stage, 'missing', words, (from + to) / 2, y + stage.text.strong + 6), ...strong(stage), align: 'center' }],
  }
}
