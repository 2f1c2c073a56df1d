import * as figures from '../../data/figures.ts'
import { type CountryRecord, recordOf, records } from '../../data/records.ts'

/** A comparison in words: the slide, the phrase that makes it, and whether the data bear it out. */
export type Claim = [slide: string, phrase: string, holds: () => boolean]

/** Countries told so far, up to and including one. */
export const told = (id: string) => records.slice(0, figures.runningCount(id))
/** Countries told before one. */
export const before = (id: string) => told(id).slice(0, -1)
/** A country and all told after it. */
export const from = (id: string) => records.slice(figures.runningCount(id) - 1)
/** Goods traded both ways, in dollars. */
export const trade = ({ id }: CountryRecord) => figures.tradeBothWays(id)
/** Dollars sold for each dollar bought. */
export const sold = ({ id }: CountryRecord) => figures.dollarsSoldPerDollarBought(id)
/** Share of a country’s sales that its purchases cancel. */
export const cancelled = ({ imports, exports }: CountryRecord) => imports / exports
/** Deficit per inhabitant, in dollars; 0 without GDP. */
export const perHead = ({ id }: CountryRecord) => figures.deficitPerHead(id) ?? 0
/** Implied population; 0 without GDP. */
export const people = ({ id }: CountryRecord) => figures.impliedPopulation(id) ?? 0
/** Deficit as a share of GDP; 0 without GDP. */
export const weight = ({ id }: CountryRecord) => figures.deficitShareOfGdp(id) ?? 0
/** Countries with GDP figures. */
export const known = records.filter(({ gdp }) => gdp !== null)

/** Ids of some records, the one with the largest measure first. */
export const order = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) =>
  [...rows].sort((a, b) => measure(b) - measure(a)).map(({ id }) => id)
/** Id of the record with the largest measure. */
export const largest = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) => order(rows, measure)[0]
/** Id of the record with the smallest measure. */
export const smallest = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) =>
  order(rows, measure).at(-1)
/** Whether two numbers agree within a relative tolerance. */
export const near = (a: number, b: number, tolerance: number) => Math.abs(a / b - 1) <= tolerance
/** `weight` by id. */
export const share = (id: string) => figures.deficitShareOfGdp(id) ?? 0
/** Dollars. */
export const deficit = (record: CountryRecord) => record.deficit
/** Dollars sold to the United States. */
export const exports = (record: CountryRecord) => record.exports
/** Dollars bought in the United States. */
export const imports = (record: CountryRecord) => record.imports
/** Dollars; 0 without GDP. */
export const gdpPerHead = (record: CountryRecord) => record.gdpPerCapita ?? 0
/** Ids of a subregion’s countries in the order of telling. */
export const ofRegion = (location: string) => figures.countriesIn(location).map(({ id }) => id)
/** Ids of other countries with the same printed deficit. */
export const tiedWith = (id: string) =>
  records.filter((other) => other.id !== id && other.deficit === recordOf(id).deficit).map((record) => record.id)
