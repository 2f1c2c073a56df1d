import { InputError, shown, suggest } from 'countdown-story'
import csv from './trade-2023.csv'
import { validateRecords } from './validate-records.ts'

/** Trade of one country with the United States in 2023. All amounts in current U.S. dollars, as rounded by the source. */
export interface CountryRecord {
  /** Lower-case slug of the name, for example `trinidad-and-tobago`; also the id of the country's slide. */
  id: string
  /** 1 is the largest deficit. */
  rank: number
  /** As the source prints it. */
  name: string
  /** ISO 3166-1 alpha-3, for example `LBY`. */
  iso3: string
  /** ISO 3166-1 numeric with its leading zeros, for example `012`; the key of the map. */
  isoNumeric: string
  /** U.S. goods-trade deficit with the country, a positive number. */
  deficit: number
  /** Goods the country sold to the United States. */
  exports: number
  /** Goods the country bought from the United States. */
  imports: number
  /** Gross domestic product; null where the source has no 2023 figure. */
  gdp: number | null
  /** GDP per head; null exactly where `gdp` is. */
  gdpPerCapita: number | null
  /** UN subregion as the source names it. */
  location: string
}

const FILE = 'data/trade-2023.csv'

/** All 43 in the order of telling: #43 first, #1 last. Evaluating this module throws InputError with every mistake in the data. */
export const records: readonly CountryRecord[] = soundRecords()

/** The records by id, for prose: `by.libya.deficit`, `by['trinidad-and-tobago'].name`. In TypeScript use `recordOf`. */
export const by: Readonly<Record<string, CountryRecord>> = Object.fromEntries(records.map((record) => [record.id, record]))

/**
 * The record with this id.
 * @throws Error for an unknown id; it names the nearest one.
 */
export function recordOf(id: string): CountryRecord {
  const record = Object.hasOwn(by, id) ? by[id] : undefined
  if (record) return record
  throw new Error(`no record ${shown(id)}; ${suggest(id, Object.keys(by))}`)
}

function soundRecords(): CountryRecord[] {
  const { records, diagnostics } = validateRecords(csv, FILE)
  if (diagnostics.length > 0) throw new InputError(diagnostics)
  return records
}
