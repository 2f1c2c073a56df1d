import { countdown, type RankedRecord, readRows } from 'countdown-story'
import cities from './cities.csv'
import datapackage from './datapackage.json' with { type: 'json' }
import { daylight, days, sunOver } from './daylight.ts'

/** A city, and the hours of its longest and its shortest day in 2024. */
export interface City extends RankedRecord {
  /** In degrees north. */
  latitude: number
  longest: number
  shortest: number
}

const rows = readRows(cities, datapackage, 'data/cities.csv').map((row) => {
  const latitude = row.number('latitude')
  const hours = days.map((day) => daylight(latitude, sunOver(day)))
  return { name: row.text('city'), latitude, longest: Math.max(...hours), shortest: Math.min(...hours) }
})

/** The cities in the order of telling: the longest day, #1, last. Throws InputError with every mistake in the table. */
export const records: readonly City[] = countdown(rows, { by: ({ longest }) => longest, first: 'largest' })

/** The cities by id, for prose: `by.quito.longest`. */
export const by: Readonly<Record<string, City>> = Object.fromEntries(records.map((record) => [record.id, record]))
