import { type Estimate, exceeds, printed } from '../../data/estimate.ts'
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
/** What is measured of a country, within the bounds that the rounding of the source leaves. Throws where the source has no figure. */
type Measure = (record: CountryRecord) => Estimate

/** Goods traded both ways, in dollars. */
export const trade: Measure = ({ id }) => printed(figures.tradeBothWays(id))
/** Dollars sold for each dollar bought. */
export const sold: Measure = ({ id }) => figures.dollarsSoldPerDollarBought(id)
/** Share of a country’s sales that its purchases cancel. */
export const cancelled: Measure = ({ id }) => figures.cancelled(id)
/** Deficit per inhabitant, in dollars. */
export const perHead: Measure = ({ id }) => known(figures.deficitPerHead(id))
/** Implied population in millions. */
export const people: Measure = ({ id }) => known(figures.impliedMillions(id))
/** Deficit as a share of GDP. */
export const weight: Measure = ({ id }) => known(figures.deficitShareOfGdp(id))
/** Dollars. */
export const deficit: Measure = (record) => printed(record.deficit)
/** Dollars sold to the United States. */
export const exports: Measure = (record) => printed(record.exports)
/** Dollars bought in the United States. */
export const imports: Measure = (record) => printed(record.imports)
/** Dollars. */
export const gdp: Measure = (record) => known(record.gdp === null ? null : printed(record.gdp))
/** Dollars. */
export const gdpPerHead: Measure = (record) => known(record.gdpPerCapita === null ? null : printed(record.gdpPerCapita))

function known(figure: Estimate | null): Estimate {
  if (figure === null) throw new Error('the source has no figure; compare those that have one')
  return figure
}

/** Those of some countries that have a GDP figure. A sentence that compares them says "with a figure". */
export const withGdp = (rows: readonly CountryRecord[] = records) => rows.filter((record) => record.gdp !== null)

/** Ids of some records, the one with the largest measure first; the order of neighbours may be within the rounding. */
export const order = (rows: readonly CountryRecord[], measure: Measure) =>
  [...rows].sort((a, b) => measure(b).value - measure(a).value).map(({ id }) => id)

/** Whether these are the first by a measure, in this order, each ahead of the next beyond the rounding. */
export const leads = (rows: readonly CountryRecord[], measure: Measure, ...ids: string[]) => {
  const ranked = order(rows, measure)
  const isAhead = (id: string, at: number) => ahead(measure, id, ranked[at + 1] ?? id)
  return ids.every((id, at) => ranked[at] === id && isAhead(id, at))
}
/** Whether this is the last by a measure, beyond the rounding. */
export const trails = (rows: readonly CountryRecord[], measure: Measure, id: string) => {
  const ranked = order(rows, measure)
  return ranked.at(-1) === id && ahead(measure, ranked.at(-2) ?? id, id)
}
/** Whether one country is ahead of another beyond the rounding. */
export const ahead = (measure: Measure, id: string, other: string) => exceeds(measure(recordOf(id)), measure(recordOf(other)))
/** Whether two numbers agree within a relative tolerance. */
export const near = (a: number | Estimate, b: number | Estimate, tolerance: number) =>
  Math.abs(valueIn(a) / valueIn(b) - 1) <= tolerance
/** Ids of a subregion’s countries in the order of telling. */
export const ofRegion = (location: string) => figures.countriesIn(location).map(({ id }) => id)
/** Ids of other countries with the same printed deficit. */
export const tiedWith = (id: string) =>
  records.filter((other) => other.id !== id && other.deficit === recordOf(id).deficit).map((record) => record.id)

function valueIn(figure: number | Estimate): number {
  return typeof figure === 'number' ? figure : figure.value
}
