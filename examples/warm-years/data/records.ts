import { countdown, type RankedRecord, readRows } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import csv from './warm-years.csv'

/** A year and by how many °C it differed from the mean of 1951 to 1980. */
export interface Year extends RankedRecord {
  year: number
  anomaly: number
}

const rows = readRows(csv, datapackage, 'data/warm-years.csv').map((row) => ({
  id: `year-${row.number('year')}`,
  name: String(row.number('year')),
  year: row.number('year'),
  anomaly: row.number('anomaly'),
}))

/** All years in the order of telling: the coldest first, #1, the warmest, last. Throws InputError with every mistake in the table. */
export const records: readonly Year[] = countdown(rows, { by: ({ anomaly }) => anomaly, first: 'largest' })

const byYear = new Map(records.map((record) => [record.year, record]))

/** A year by its number: `inYear(1998)`. Throws for one that is not in the table. */
export function inYear(year: number): Year {
  const record = byYear.get(year)
  if (!record) throw new RangeError(`the table has no year ${year}`)
  return record
}
