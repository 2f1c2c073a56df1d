import { countdown, type RankedRecord, readRows } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import csv from './seattle-rain.csv'

/** A month of the average year. Amounts of rain are those of the whole month in mm. */
export interface Month extends RankedRecord {
  rain: number
  /** Days with any rain. */
  wet: number
  /** Average of the days' highest temperatures in °C. */
  high: number
  /** Rain of the month in the driest and in the wettest of the four years. */
  least: number
  most: number
  /** Place in the calendar; January is 0. */
  place: number
}

const rows = readRows(csv, datapackage, 'data/seattle-rain.csv').map((row, place) => ({
  name: row.text('month'),
  rain: row.number('rain'),
  wet: row.number('wet'),
  high: row.number('high'),
  least: row.number('least'),
  most: row.number('most'),
  place,
}))

/** The twelve months in the order of telling: the wettest first, #1, the driest, last. Throws InputError with every mistake in the table. */
export const records: readonly Month[] = countdown(rows, { by: ({ rain }) => rain, first: 'smallest' })

/** The months by id, for prose: `by.july.rain`. In TypeScript use `recordOf`. */
export const by: Readonly<Record<string, Month>> = Object.fromEntries(records.map((record) => [record.id, record]))

/** The month with this id. Throws for an unknown one. */
export function recordOf(id: string): Month {
  const record = by[id]
  if (!record) throw new RangeError(`no month has the id ${id}`)
  return record
}
