import { roundingError } from './checks.ts'
import { type Estimate, exceeds, printed, product, quotient } from './estimate.ts'
import { type CountryRecord, recordOf, records } from './records.ts'

export { atLeast } from './estimate.ts'

/*
 * Every number that a slide quotes and no record holds. Amounts are current U.S. dollars of 2023, shares are ratios of 1,
 * and "so far" means from #43 up to and including the given country. Ids are those of the records; an unknown one throws
 * and names the nearest. What is divided or multiplied is an estimate, which carries the rounding of its inputs.
 */

const billion = 1e9
const trillion = 1e12
/** The last place in which the source prints a deficit. */
const PRINTED = 0.1 * billion
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

// — the source's own figures for all U.S. goods trade —

/** U.S. goods-trade deficit with the whole world, surpluses counted; the source prints "$1.1 trillion". */
export const overallDeficit = 1.1 * trillion
/** U.S. goods imports from the whole world; the source prints "over $3 trillion", so this is a lower bound. */
export const overallImports = 3 * trillion
/** U.S. goods exports to the whole world; the source prints "only $1.9 trillion". */
export const overallExports = 1.9 * trillion
/** Smallest deficit that puts a country on the list: "at least $1 billion". */
export const threshold = 1 * billion

/** The lowest of the tariffs that the source reports, of April 2025: "a minimum 10%". */
export const baselineTariff = 0.1

// — all countries together —

/** How many countries are on the list: 43. */
export const countryCount = records.length
/** Sum of the deficits: $1,337.3 billion. Larger than `overallDeficit`, which counts surpluses elsewhere as well. */
export const total = sum(records.map(({ deficit }) => deficit))
/** Sum of what the countries sold to the United States. */
export const totalExports = sum(records.map(({ exports }) => exports))
/** The lowest tariff on all they sold, if nothing changed: $260 billion. */
export const tariffOnSales = Math.round((baselineTariff * totalExports) / (10 * billion)) * 10 * billion
/** Half of the last place in which the source prints the net: $50 billion. */
export const netError = roundingError(overallDeficit)
/** What surpluses, less the deficits under $1 billion, must add up to: `total − overallDeficit`, no more exact than the net. */
export const surplusesElsewhere: Estimate = around(total - overallDeficit, netError)
/** The same to ten billion, for words that begin with "roughly": $240 billion. */
export const surplusesInTens = Math.round(surplusesElsewhere.value / (10 * billion)) * 10 * billion
/** The total as a multiple of the net: `total ÷ overallDeficit`. */
export const totalPerOverallDeficit = quotient(around(total, 0), printed(overallDeficit))
/** The arithmetic mean of the deficits: `total ÷ countryCount`. */
export const meanDeficit = total / countryCount
/** The deficit in the middle of the list (#22 of 43). */
export const medianDeficit = records[Math.floor(countryCount / 2)]?.deficit ?? Number.NaN

// — one country —

/** Share of the total: `deficit ÷ total`. */
export const shareOfTotal = (id: string): number => recordOf(id).deficit / total
/** Dollars a country sold to the United States for each dollar it bought there: `exports ÷ imports`. */
export const dollarsSoldPerDollarBought = (id: string): Estimate => ratioOf(recordOf(id).exports, recordOf(id).imports)
/** Part of a country's sales that its purchases cancel: `imports ÷ exports`. */
export const cancelled = (id: string): Estimate => ratioOf(recordOf(id).imports, recordOf(id).exports)
/** Deficit as a share of the partner's GDP; null without GDP. */
export const deficitShareOfGdp = (id: string): Estimate | null => ofGdp(id, recordOf(id).deficit)
/** How many countries' deficits weigh more against their GDP than one's, whatever the rounding hides. */
export const heavierThan = (id: string): number => {
  const own = deficitShareOfGdp(id)
  const weights = records.flatMap((record) => deficitShareOfGdp(record.id) ?? [])
  return own === null ? 0 : weights.filter((weight) => exceeds(weight, own)).length
}
/** The partner's sales to the United States as a share of its GDP; null without GDP. */
export const exportsShareOfGdp = (id: string): Estimate | null => ofGdp(id, recordOf(id).exports)
/** Millions of persons, as GDP and GDP per head imply: `gdp ÷ gdpPerCapita`. Coarse where GDP is printed in trillions. Null without GDP. */
export const impliedMillions = (id: string): Estimate | null => {
  const { gdp, gdpPerCapita } = recordOf(id)
  return gdp === null || gdpPerCapita === null ? null : quotient(printed(gdp), scaled(printed(gdpPerCapita), 1e6))
}
/** Deficit per inhabitant of the partner: `deficit ÷ gdp × gdpPerCapita`; null without GDP. */
export const deficitPerHead = (id: string): Estimate | null => {
  const [share, { gdpPerCapita }] = [deficitShareOfGdp(id), recordOf(id)]
  return share === null || gdpPerCapita === null ? null : product(share, printed(gdpPerCapita))
}
/** Goods traded both ways: `exports + imports`. */
export const tradeBothWays = (id: string): number => recordOf(id).exports + recordOf(id).imports
/** How many times the deficit of `other` this one is: `deficit ÷ deficit of other`. */
export const timesDeficitOf = (id: string, other: string): Estimate => ratioOf(recordOf(id).deficit, recordOf(other).deficit)
/** One printed amount as a multiple of another. */
export const ratioOf = (part: number, whole: number): Estimate => quotient(printed(part), printed(whole))
/** Squares of $1 billion that stand for the deficit, rounded for words: 283 for China. The field draws them exactly. */
export const squares = (id: string): number => Math.round(recordOf(id).deficit / billion)
/** Printed deficit less exports minus imports, at the decimal that the source prints: 0 or ±$0.1 billion, by its rounding. */
export const roundingGap = (id: string): number => gapOf(recordOf(id))
/** Other countries whose printed deficit is the same, in the order of telling. */
export const tiedWith = (id: string): readonly CountryRecord[] =>
  records.filter((other) => other.id !== id && other.deficit === recordOf(id).deficit)

// — so far: from #43 up to and including a country —

/** Countries told so far: 1 for Libya, 43 for China. */
export const runningCount = (id: string): number => toldSoFar(id).length
/** Deficits told so far. */
export const runningTotal = (id: string): number => sum(toldSoFar(id).map(({ deficit }) => deficit))
/** Their share of the total: `runningTotal ÷ total`. */
export const runningShare = (id: string): number => runningTotal(id) / total
/** Sum of the `count` smallest deficits. */
export const smallestTogether = (count: number): number => sum(records.slice(0, count).map(({ deficit }) => deficit))
/** How many of the smallest together stay below one country's deficit: 33 for China. */
export const smallestBelow = (id: string): number =>
  records.filter((other) => runningTotal(other.id) < recordOf(id).deficit).length

/** The countries with this rank and worse, smallest first: those told up to there. */
export const countriesTo = (rank: number): readonly CountryRecord[] => records.filter((record) => record.rank >= rank)
/** Their deficits together. */
export const totalTo = (rank: number): number => smallestTogether(countriesTo(rank).length)

// — several countries together —

/** What some countries sold to the United States, to whole billions: a sum of rounded figures bears no more. */
export const sold = (some: readonly CountryRecord[]): number => wholeBillions(some.map(({ exports }) => exports))
/** What they bought there, to whole billions. */
export const bought = (some: readonly CountryRecord[]): number => wholeBillions(some.map(({ imports }) => imports))
/** Their deficits together. */
export const sumOfDeficits = (some: readonly CountryRecord[]): number => sum(some.map(({ deficit }) => deficit))

// — half of the total —

/** Half of the total. */
export const half = total / 2
/** How many countries are told before the running total passes half: 39. */
export const countriesBeforeHalf = records.filter(({ id }) => runningTotal(id) <= half).length
/** How many then remain: 4. */
export const countriesFromHalfCount = countryCount - countriesBeforeHalf
/** Deficits told before half is passed. */
export const totalBeforeHalf = smallestTogether(countriesBeforeHalf)
/** Their share of the total: 44 %. */
export const shareBeforeHalf = totalBeforeHalf / total
/** Share of the four that follow: 56 %. */
export const shareFromHalf = 1 - shareBeforeHalf
/** Dollars missing to half before the four: `half − totalBeforeHalf`. */
export const missingToHalf = half - totalBeforeHalf

/** What readers may guess the number to be, before it is told; the answer is among them. */
export const guesses: readonly number[] = [4, 10, 20, 30, countriesBeforeHalf + 1]

// — groups of countries —

/** Deficits of some countries together: `combined('mexico', 'canada')`. */
export const combined = (...ids: readonly string[]): number => sum(ids.map((id) => recordOf(id).deficit))
/** Their share of the total. */
export const combinedShare = (...ids: readonly string[]): number => combined(...ids) / total
/** Share of Mexico and Canada together: 26 %. */
export const neighboursShare = combinedShare('mexico', 'canada')
/** Countries of a subregion, by its name in the source. */
export const countriesIn = (location: string): readonly CountryRecord[] =>
  records.filter((record) => record.location === location)
/** How many countries of South-eastern Asia are on the list: 6. */
export const southEastAsianCount = countriesIn('South-eastern Asia').length
/** How many of them are among the 16 largest: 5. */
export const southEastAsianInTop16 = countriesIn('South-eastern Asia').filter(({ rank }) => rank <= 16).length
/** Countries without GDP figures: Venezuela and Chinese Taipei. */
export const countriesWithoutGdp: readonly CountryRecord[] = records.filter(({ gdp }) => gdp === null)
/** How many they are: 2. */
export const countriesWithoutGdpCount = countriesWithoutGdp.length
/** How many have a figure, among which alone anything can be the highest or lowest: 41. */
export const countriesWithGdpCount = countryCount - countriesWithoutGdpCount
/** How many printed deficits differ from exports minus imports, by rounding in the source. */
export const countriesWithRoundingGap = records.filter((record) => gapOf(record) !== 0).length

// — continents, for the story's asides —

/** Countries of a continent: those whose subregion ends in its name, brackets aside ("Eastern Europe (including Northern Asia)" is Europe). */
export const countriesOfContinent = (continent: string): readonly CountryRecord[] =>
  records.filter(({ location }) => location.replace(/ \(.*\)$/, '').endsWith(continent))
/** How many African countries are on the list: 4. */
export const africanCount = countriesOfContinent('Africa').length
/** Their deficits together. */
export const africanTotal = combined(...countriesOfContinent('Africa').map(({ id }) => id))
/** Their share of the total. */
export const africanShare = africanTotal / total
/** How many European countries are on the list: 15. */
export const europeanCount = countriesOfContinent('Europe').length
/** European countries told so far, up to and including a country. */
export const europeansSoFar = (id: string): readonly CountryRecord[] =>
  countriesOfContinent('Europe').filter(({ rank }) => rank >= recordOf(id).rank)
/** Their share of the running total; `without` leaves some of them out, as Russia, whose region is Northern Asia too. */
export const europeanShareSoFar = (id: string, without: readonly string[] = []): number =>
  combined(...europeansSoFar(id).flatMap((record) => (without.includes(record.id) ? [] : record.id))) / runningTotal(id)

// — the question, counted from the other end —

/** How many of the largest together reach half of the total: 4. */
export const largestToHalf = countryCount - records.filter(({ id }) => total - runningTotal(id) >= half).length

function toldSoFar(id: string): readonly CountryRecord[] {
  return records.slice(0, records.indexOf(recordOf(id)) + 1)
}

function wholeBillions(amounts: readonly number[]): number {
  return Math.round(sum(amounts) / billion) * billion
}

function gapOf({ deficit, exports, imports }: CountryRecord): number {
  return deficit - Math.round((exports - imports) / PRINTED) * PRINTED
}

function around(value: number, error: number): Estimate {
  return { value, low: value - error, high: value + error }
}

function ofGdp(id: string, dollars: number): Estimate | null {
  const { gdp } = recordOf(id)
  return gdp === null ? null : ratioOf(dollars, gdp)
}

function scaled({ value, low, high }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor }
}
