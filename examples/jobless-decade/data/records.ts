import { countdown, type RankedRecord, readRows } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import industries from './industries.csv'

/** The years of the table. */
export const years = Array.from({ length: 10 }, (_, index) => 2000 + index)

/** An industry, with its rate of unemployment in each year, in percent. */
export interface Industry extends RankedRecord {
  rates: readonly number[]
  /** Of the last year. */
  rate: number
}

const rows = readRows(industries, datapackage, 'data/industries.csv').map((row) => {
  const rates = years.map((year) => row.number(`rate_${year}`))
  return { name: row.text('industry'), rates, rate: rates.at(-1) ?? Number.NaN }
})

/** The industries in the order of telling: the highest rate of the last year, #1, last. Throws InputError with every mistake in the table. */
export const records: readonly Industry[] = countdown(rows, { by: ({ rate }) => rate, first: 'largest' })

/** The industries by id, for prose: `by.mining.rate`. */
export const by: Readonly<Record<string, Industry>> = Object.fromEntries(records.map((record) => [record.id, record]))
