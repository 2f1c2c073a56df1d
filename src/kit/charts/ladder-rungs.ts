import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import type { LadderBox } from './ladder-box.ts'
import type { Ranked } from './ranked.ts'
import type { Stage } from './stage.ts'
import { colour } from './theme.ts'

/** A record on the ladder: its value in words, and its name as far as there is room. */
export interface Rung {
  id: string
  rank: number
  value: number
  name: string
  said: string
}

/** All records as rungs, #1 first. */
export function rungsOf<Row extends RankedRecord>({ records, value, print }: Ranked<Row>, { shorten }: LadderBox): Rung[] {
  return records.toReversed().map((record) => {
    const { id, rank, name } = record
    return { id, rank, value: value(record), name: shorten(name), said: print(value(record)) }
  })
}

/** The latest rungs as bars with their names and values. Needs the parameters `rungs`, `told`, `since`, `current`, `low` and `high`. */
export function rungLayers(stage: Stage, box: LadderBox): Layer[] {
  const afterBar = { expr: `scale('x', max(0, ${datum<Rung>('value')})) + 7` }
  return [
    bars(box),
    words(stage, box, { name: 'name', text: 'name', fill: colour.ink, align: box.name.align, x: box.name.x }),
    words(stage, box, { name: 'value', text: 'said', fill: colour.quiet, align: box.value.align, x: box.value.x ?? afterBar }),
  ]
}

/** Picked from all by position: with thousands of records a filter over all of them at every step would take minutes. */
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

function bars(box: LadderBox): Layer {
  return {
    ...latest(box),
    name: 'record',
    mark: {
      type: 'rect',
      style: 'right',
      y: inRow(box, box.bar.top),
      y2: inRow(box, box.bar.bottom),
      fill: { expr: unlessCurrent(colour.mute) },
    },
    encoding: {
      x: {
        field: field<Rung>('value'),
        type: 'quantitative',
        scale: { domain: [{ expr: 'low' }, { expr: 'high' }], range: [box.left, box.right], nice: false, clamp: true },
      },
      x2: { datum: 0 },
      key: { field: field<Rung>('id') },
    },
  }
}

/** One text of each rung: which, how it is set, and where. */
interface Words {
  name: string
  text: keyof Rung & string
  fill: string
  align: 'left' | 'right'
  x: number | { expr: string }
}

function words(stage: Stage, box: LadderBox, { name, text, fill, align, x }: Words): Layer {
  return {
    ...latest(box),
    name,
    mark: {
      type: 'text',
      align,
      x,
      y: inRow(box, box.name.baseline),
      fontSize: stage.text.label,
      fontWeight: { expr: `${datum<Rung>('id')} === current ? 600 : 400` },
      fill: { expr: unlessCurrent(fill) },
    },
    encoding: { text: { field: field<Rung>(text) }, key: { field: field<Rung>('id') } },
  }
}

/** A height in a rung's row, as a share of the row. */
function inRow({ top, pitch }: LadderBox, share: number) {
  return { expr: `${top} + (${datum<Rung>('rank')} - told + ${share}) * ${pitch}` }
}

function unlessCurrent(fill: string): string {
  return `${datum<Rung>('id')} === current ? '${colour.signal}' : '${fill}'`
}
