import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import { fillsOf } from './groups.ts'
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
  /** Its colour, where records have several. */
  fill: string
}

/** All records as rungs, #1 first. */
export function rungsOf<Row extends RankedRecord>(ranked: Ranked<Row>, { shorten }: LadderBox): Rung[] {
  const { records, value, print } = ranked
  const fill = fillsOf(ranked)?.fill ?? (() => '')
  return records.toReversed().map((record) => {
    const { id, rank, name } = record
    return { id, rank, value: value(record), name: shorten(name), said: print(value(record)), fill: fill(record) }
  })
}

/** The latest rungs as bars with their names and values. Needs the parameters `rungs`, `told`, `since`, `current`, `low` and `high`. */
export function rungLayers(stage: Stage, box: LadderBox, { placing, isColoured }: RungStyle): Layer[] {
  const end = placing ? datum<Rung>('value') : `max(0, ${datum<Rung>('value')})`
  const afterBar = { expr: `scale('x', ${end}) + ${placing ? dotSize(box) / 2 + 7 : 7}` }
  const own = isColoured ? colour.ink : colour.signal
  return [
    ...(placing ? dots(box, placing) : [bars(box, isColoured)]),
    words(stage, box, { name: 'name', text: 'name', fill: colour.ink, own, align: box.name.align, x: box.name.x }),
    words(stage, box, {
      name: 'value',
      text: 'said',
      fill: colour.quiet,
      own,
      align: box.value.align,
      x: box.value.x ?? afterBar,
    }),
  ]
}

/** Picked from all by position: with thousands of records a filter over all of them at every step would take minutes. */
function latest({ rows }: LadderBox) {
  const fields: readonly (keyof Rung)[] = ['id', 'rank', 'value', 'name', 'said', 'fill']
  return {
    data: { values: [{}] },
    transform: [
      { calculate: `slice(rungs, told - 1, min(told - 1 + ${rows}, since))`, as: 'rung' },
      { flatten: ['rung'] },
      ...fields.map((name) => ({ calculate: `datum.rung.${name}`, as: name })),
    ],
  }
}

/** How rungs are drawn: as dots on which scale, in which colours. */
interface RungStyle {
  placing: Ranked<never>['placing']
  isColoured: boolean
}

function scaleOf({ left, right }: LadderBox, placing: RungStyle['placing']) {
  const ends = { domain: [{ expr: 'low' }, { expr: 'high' }], range: [left, right], nice: false, clamp: true }
  return placing === 'log' ? { ...ends, type: 'log' as const } : { ...ends, type: 'linear' as const, zero: false }
}

/** Thickest that a dot is, in px. */
const DOT = 18

function dotSize({ pitch, bar }: LadderBox): number {
  return Math.min(DOT, pitch * (bar.bottom - bar.top))
}

/** A dot for each of the latest rungs, led to by a line from the names. */
function dots(box: LadderBox, placing: RungStyle['placing']): Layer[] {
  const [center, line] = [(box.bar.top + box.bar.bottom) / 2, 1 / box.pitch]
  const key = { field: field<Rung>('id') }
  const x = { field: field<Rung>('value'), type: 'quantitative', scale: scaleOf(box, placing) } as const
  return [
    {
      ...latest(box),
      name: 'lead',
      mark: {
        type: 'rect',
        y: inRow(box, center - line),
        y2: inRow(box, center + line),
        fill: { expr: unlessCurrent(colour.faint) },
      },
      encoding: { x, x2: { value: box.left }, key },
    },
    {
      ...latest(box),
      name: 'record',
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        opacity: 1,
        size: dotSize(box) ** 2,
        y: inRow(box, center),
        fill: { expr: unlessCurrent(colour.mute) },
      },
      encoding: { x, key },
    },
  ]
}

/** Where colours tell groups apart, the current record is the only one in full colour. */
function bars(box: LadderBox, isColoured: boolean): Layer {
  const paint = isColoured
    ? { fill: { expr: datum<Rung>('fill') }, fillOpacity: { expr: `${datum<Rung>('id')} === current ? 1 : 0.6` } }
    : { fill: { expr: unlessCurrent(colour.mute) } }
  return {
    ...latest(box),
    name: 'record',
    mark: {
      type: 'rect',
      style: 'right',
      y: inRow(box, box.bar.top),
      y2: inRow(box, box.bar.bottom),
      ...paint,
    },
    encoding: {
      x: { field: field<Rung>('value'), type: 'quantitative', scale: scaleOf(box, undefined) },
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
  /** Its colour for the current record. */
  own: string
  align: 'left' | 'right'
  x: number | { expr: string }
}

function words(stage: Stage, box: LadderBox, { name, text, fill, own, align, x }: Words): Layer {
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
      fill: { expr: unlessCurrent(fill, own) },
    },
    encoding: { text: { field: field<Rung>(text) }, key: { field: field<Rung>('id') } },
  }
}

/** A height in a rung's row, as a share of the row. */
function inRow({ top, pitch }: LadderBox, share: number) {
  return { expr: `${top} + (${datum<Rung>('rank')} - told + ${share}) * ${pitch}` }
}

function unlessCurrent(fill: string, own: string = colour.signal): string {
  return `${datum<Rung>('id')} === current ? '${own}' : '${fill}'`
}
