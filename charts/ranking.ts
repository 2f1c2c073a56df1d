import type { Frame, Scene } from 'countdown-story'
import { colour, datum, duration, field, type Layer, STEP, stageOf, stageSpec, textLayer } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { billions, count, usd } from '../data/format.ts'
import { records } from '../data/records.ts'
import { type Bar, compactList, list } from './ranking/list.ts'

const ranked = records.toReversed()

/** All countries by rank, every one named, on one scale from zero. */
export const ranking: Scene = {
  spec,
  steps: [{ id: 'ranking', params: { [STEP]: 'ranking' }, name: rankingName(), duration: duration.scene }],
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { bars, labels } = stage.small ? compactList(stage, ranked) : list(stage, ranked)
  const drawings = new Map([['ranking', { texts: labels }]])
  const darker = `${datum<Bar>('rank')} <= ${figures.countriesFromHalfCount} ? '${colour.ink}' : '${colour.mute}'`
  return stageSpec(
    stage,
    [{ name: STEP, value: 'ranking' }],
    [barLayer(bars, stage.small ? `'${colour.faint}'` : darker), textLayer(drawings)],
  )
}

/** The four that hold more than half are darker, unless names stand on the bars. */
function barLayer(values: Bar[], fill: string): Layer {
  return {
    name: 'record',
    data: { values },
    mark: {
      type: 'rect',
      style: 'right',
      fill: { expr: fill },
    },
    encoding: {
      x: { field: field<Bar>('start'), type: 'quantitative', scale: null },
      x2: { field: field<Bar>('end') },
      y: { field: field<Bar>('top'), type: 'quantitative', scale: null },
      y2: { field: field<Bar>('bottom') },
      key: { field: field<Bar>('id') },
    },
  }
}

function rankingName(): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const ends = first && last ? `${first.name} with ${usd(first.deficit)} to ${last.name} with ${usd(last.deficit)}` : ''
  return `Bars of all ${count(ranked.length)} deficits by rank, on one scale from zero: from ${ends}; ${billions(figures.total)} together.`
}
