import type { RankedRecord, Scene, SceneStep } from '../../src/deck.ts'
import type { Frame } from '../../src/motion/mark.ts'
import { type Layer, stageSpec } from '../drawing.ts'
import { datum, field } from '../field.ts'
import { type Stage, stageOf } from '../stage.ts'
import { colour } from '../theme.ts'
import { columnsLayer } from './columns.ts'
import { type LadderBox, ladderBox } from './ladder-box.ts'
import { gridLayers } from './ladder-grid.ts'
import { type LadderAct, type LadderScale, type LadderStep, ladderScales, ladderSteps } from './ladder-steps.ts'
import { domainOf, type Ranked } from './ranked.ts'

/** A record on the ladder: its value in words, and its name as far as there is room. */
interface Rung {
  id: string
  rank: number
  value: number
  name: string
  said: string
}

/** More columns than this are no picture of the whole but a smear. */
const MOST_COLUMNS = 300

/**
 * The ladder: the latest records as bars from zero, the newest on top, each act on a scale that fits it. Below them, where
 * there is room, all records as small columns, so that one sees how far the count has come.
 */
export function createLadder<Row extends RankedRecord>(ranked: Ranked<Row>, acts: readonly LadderAct[]): Scene {
  const scales = ladderScales(ranked, acts)
  const steps = ladderSteps(ranked, acts)
  return {
    spec: (frame) => spec(frame, ranked, scales),
    steps: steps.map(
      (step): SceneStep => ({
        id: step.id,
        params: paramsOf(step, scales, ranked.records.length),
        name: step.name,
        ...(step.duration && { duration: step.duration }),
      }),
    ),
  }
}

/** `shown` are the positions, counted from #1, of the bars on the ladder. */
function paramsOf({ told, current, scale }: LadderStep, scales: readonly LadderScale[], count: number) {
  const { low = 0, high = 1, since = count } = scales[scale] ?? {}
  return { told, current, scale, low, high, since }
}

function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>, scales: readonly LadderScale[]) {
  const stage = stageOf(frame)
  const { records, value, print } = ranked
  const widest = records.reduce(
    (longest, record) => (print(value(record)).length > longest.length ? print(value(record)) : longest),
    '',
  )
  const box = ladderBox(
    stage,
    records.map(({ name }) => name),
    widest,
  )
  const rungs = records
    .map(
      (record): Rung => ({
        id: record.id,
        rank: record.rank,
        value: value(record),
        name: box.fit(record.name),
        said: print(value(record)),
      }),
    )
    .toReversed()
  const first = { told: records.length, current: '', scale: 0, ...(scales[0] ?? domainOf([])), since: records.length }
  const params = Object.entries({ ...first, rungs }).map(([name, initial]) => ({ name, value: initial }))
  const small = records.length <= MOST_COLUMNS && !stage.alone ? [columnsLayer(ranked, box.below)] : []
  return stageSpec(stage, params, [...gridLayers(stage, box, ranked, scales), ...small, ...bars(stage, box)])
}

/** The latest rungs, picked from all by position: with thousands of records a filter over all of them at every step would take minutes. */
function latest({ rows }: LadderBox) {
  const fields: readonly (keyof Rung)[] = ['id', 'rank', 'value', 'name', 'said']
  return {
    data: { values: [{}] },
    transform: [
      { calculate: `slice(rungs, told - 1, min(told - 1 + ${rows}, since))`, as: 'rung' },
      { flatten: ['rung'] },
      ...fields.map((name) => ({ calculate: `datum.rung.${name}`, as: name })),
    ],
  }
}

function bars(stage: Stage, box: LadderBox): Layer[] {
  const pointed = (is: string, isNot: string) => `${datum<Rung>('id')} === current ? '${is}' : '${isNot}'`
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [{ expr: 'low' }, { expr: 'high' }], range: [box.left, box.right], nice: false, clamp: true },
  }
  const y = (part: number) => ({ expr: `${box.top} + (${datum<Rung>('rank')} - told + ${part}) * ${box.pitch}` })
  const words = (name: string, text: keyof Rung & string, align: 'left' | 'right', at: object) => ({
    ...latest(box),
    name,
    mark: {
      type: 'text' as const,
      align,
      y: y(box.name.baseline),
      fontSize: stage.text.label,
      fontWeight: { expr: `${datum<Rung>('id')} === current ? 600 : 400` },
      fill: { expr: pointed(colour.signal, text === 'name' ? colour.ink : colour.quiet) },
      ...at,
    },
    encoding: { text: { field: field<Rung>(text) }, key: { field: field<Rung>('id') } },
  })
  return [
    {
      ...latest(box),
      name: 'record',
      mark: {
        type: 'rect',
        style: 'right',
        y: y(box.bar.top),
        y2: y(box.bar.bottom),
        fill: { expr: pointed(colour.signal, colour.mute) },
      },
      encoding: { x: { field: field<Rung>('value'), ...x }, x2: { datum: 0 }, key: { field: field<Rung>('id') } },
    },
    words('name', 'name', box.name.align, { x: box.name.x }),
    words(
      'value',
      'said',
      box.value.align,
      box.value.x === undefined ? { x: { expr: `scale('x', max(0, ${datum<Rung>('value')})) + 7` } } : { x: box.value.x },
    ),
  ]
}
