import { colour, datum, field, type Layer, type Stage } from 'countdown-story/charts'
import { type CountryRecord, records } from '../../data/records.ts'
import { ladderBox } from './column-labels.ts'

/** Part of a slot that its column takes. */
const THICKNESS = 0.7

interface Slot extends CountryRecord {
  /** Edges of the column, in slots from the left. */
  left: number
  right: number
}

/** The ladder behind a slide: a column for each country told, rising to the right. Needs the parameters `told`, `current`, `slots` and `top`. */
export function columns(stage: Stage): Layer {
  const { left, right, top, bottom } = ladderBox(stage)
  const values = records.map((record): Slot => {
    const slot = records.length - record.rank
    return { ...record, left: slot + (1 - THICKNESS) / 2, right: slot + (1 + THICKNESS) / 2 }
  })
  return {
    name: 'record',
    data: { values },
    transform: [{ filter: `${datum<Slot>('rank')} >= told` }],
    mark: {
      type: 'rect',
      style: 'up',
      fill: { expr: `${datum<Slot>('id')} === current ? '${colour.signal}' : '${colour.mute}'` },
    },
    encoding: {
      x: {
        field: field<Slot>('left'),
        type: 'quantitative',
        scale: { domain: [0, { expr: 'slots' }], range: [left, right], nice: false },
      },
      x2: { field: field<Slot>('right') },
      y: {
        field: field<Slot>('deficit'),
        type: 'quantitative',
        scale: { domain: [0, { expr: 'top' }], range: [bottom, top], nice: false },
      },
      y2: { datum: 0 },
      key: { field: field<Slot>('id') },
    },
  }
}
