import {
  type Box,
  colour,
  type Drawing,
  type Layer,
  logarithmic,
  quiet,
  type Stage,
  strong,
  textWidth,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, percent } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { TICK, tickStrip } from '../parts/tick-strip.ts'
import { TENS } from './steps.ts'

/** Ends of the logarithmic scale of weights; every deficit on the list lies between them. */
const DOMAIN = [0.001, 0.4] as const
/** Length of the scale in px. */
const LENGTH = 580

/** The countries of the second act show it, as a Vega expression. */
export const withWeights = `scale === ${TENS} && current !== ''`

/** Where its ticks stand, in px of the frame. */
function footOf({ plot, text }: Stage): number {
  return plot.top + 2 * text.label + text.strong + 20 + TICK
}

/** Where what is beside it may begin, in px of the frame. */
export function weightsRight({ plot }: Stage): number {
  return plot.left + LENGTH + 40
}

/** The second measure of this act: what each deficit weighs against the partner's own GDP, a tick a country. */
export function weightsLayer(stage: Stage, box: Box): Layer {
  const left = stage.plot.left - box.left
  return tickStrip({
    ticks: records.flatMap(({ id, rank }) => {
      const share = figures.deficitShareOfGdp(id)
      return share ? [{ id, rank, value: share.value }] : []
    }),
    domain: DOMAIN,
    range: [left, left + LENGTH],
    values: [0.001, 0.01, 0.1],
    print: percent,
    foot: footOf(stage) - box.top,
    bottom: box.bottom - box.top,
    when: withWeights,
    groups: [
      { name: 'weight', filter: 'datum.id !== current', color: colour.mute },
      { name: 'weight__current', filter: 'datum.id === current', color: colour.signal, grow: 3 },
    ],
  })
}

/** What the ticks are, and the current country by its own. */
export function weightsWords(stage: Stage, { id, name }: CountryRecord): Drawing {
  const { plot, text } = stage
  const own = figures.deficitShareOfGdp(id)
  const words = own === null ? '' : `${name} ${percent(own)}`
  const half = textWidth(words, text.strong, 600) / 2
  const [left, right] = [plot.left, plot.left + LENGTH]
  const middle = Math.max(left + half, Math.min(logarithmic(DOMAIN, [left, right])(own?.value ?? DOMAIN[0]), right - half))
  const title = `Deficit as a share of the partner’s GDP, all ${count(figures.countriesWithGdpCount)} with a figure, logarithmic scale`
  const style = { ...strong(stage, colour.signal), align: 'center' } as const
  return {
    texts: [
      quiet(stage, 'weights', title, left, plot.top + text.label - 8),
      quiet(stage, 'weight', words, middle, footOf(stage) - TICK - 8, style),
    ],
  }
}
