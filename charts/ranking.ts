import type { Frame, Scene } from 'countdown-story'
import { colour, duration, type Layer, stageOf, stageSpec } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { records } from '../data/records.ts'
import { twoColumns } from './parts/two-columns.ts'

const ranked = records.toReversed()

/** All countries by rank, every one named, on one scale from zero. */
export const ranking: Scene = {
  spec,
  steps: [{ id: 'ranking', params: {}, name: rankingName(), duration: duration.scene }],
}

/** The four that hold more than half are darker. */
const color = { condition: { test: `datum.order <= ${figures.countriesFromHalfCount}`, value: colour.ink }, value: colour.mute }

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot, text, small } = stage
  const values = ranked.map(({ id, rank, name, deficit }) => {
    return {
      id,
      order: rank,
      name: `${rank} ${name}`,
      length: deficit,
      // The unit is said once: at the first, or above all.
      figure: small || rank > 1 ? (deficit / 1e9).toFixed(1) : usd(deficit),
    }
  })
  const bars = twoColumns(
    {
      rows: Math.ceil(ranked.length / 2),
      ...(!small && { names: [0.19, 0.26] as const }),
      figures: small ? [0.15, 0.13] : [0.06, 0.05],
    },
    { color },
  )
  const title = { name: 'title', mark: { type: 'text', align: 'left', x: 0, y: -6, text: 'Deficit in billion dollars' } } as Layer
  const box = { ...plot, top: stage.top + (small ? text.label + 4 : 0), bottom: stage.bottom - 2 }
  return stageSpec(
    stage,
    {},
    [{ data: { values }, ...bars } as Layer, ...(small ? [{ data: { values: [{}] }, ...title }] : [])],
    { box },
  )
}

function rankingName(): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const ends = first && last ? `${first.name} with ${usd(first.deficit)} to ${last.name} with ${usd(last.deficit)}` : ''
  return `Bars of all ${count(ranked.length)} deficits by rank, on one scale from zero: from ${ends}; ${billions(figures.total)} together. The first ${count(figures.countriesFromHalfCount)} hold ${percent(figures.shareFromHalf)}.`
}
