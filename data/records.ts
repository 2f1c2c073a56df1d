import { suggest } from '../src/nearest.ts'
import csv from './trade-2023.csv'

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

/** All 43 in the order of telling: #43 first, #1 last. */
export const records: readonly CountryRecord[] = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [rank, name = '', iso3 = '', isoNumeric = '', deficit, exports, imports, gdp, gdpPerCapita, location = ''] =
      line.split(',')
    const optional = (text?: string) => (text === 'N/A' ? null : Number(text))
    return {
      id: name.toLowerCase().replaceAll(' ', '-'),
      rank: Number(rank),
      name,
      iso3,
      isoNumeric,
      deficit: Number(deficit),
      exports: Number(exports),
      imports: Number(imports),
      gdp: optional(gdp),
      gdpPerCapita: optional(gdpPerCapita),
      location,
    }
  })

/**
 * The record with this id.
 * @throws Error for an unknown id; it names the nearest one.
 */
export function recordOf(id: string): CountryRecord {
  const record = records.find((candidate) => candidate.id === id)
  if (record) return record
  throw new Error(
    `no record \`${id}\`; ${suggest(
      id,
      records.map((known) => known.id),
    )}`,
  )
}

/**
 * The records by id, for prose: `by.libya.deficit`, `by['trinidad-and-tobago'].name`.
 * An unknown id throws as `recordOf` does. In TypeScript `recordOf(id)` is the handier one: it is never undefined.
 */
export const by: Readonly<Record<string, CountryRecord>> = new Proxy(
  Object.fromEntries(records.map((record) => [record.id, record])),
  { get: (known, id) => (typeof id === 'symbol' || id in known ? Reflect.get(known, id) : recordOf(id)) },
)
