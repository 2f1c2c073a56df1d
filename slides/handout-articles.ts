import type { Article, Phrase } from 'countdown-story'
import { type Estimate, printed } from '../data/estimate.ts'
import * as figures from '../data/figures.ts'
import { billions, count, inWords, percent, times, usd } from '../data/format.ts'
import { type CountryRecord, recordOf, records } from '../data/records.ts'

const { countryCount } = figures

/** The countries of the largest deficits by another measure, as lines of text. */
const leaders = (measure: (id: string) => Estimate | null, print: (value: Estimate) => string): Phrase[][] =>
  records
    .flatMap(({ id, name }) => {
      const value = measure(id)
      return value === null ? [] : [{ name, value }]
    })
    .sort((a, b) => b.value.value - a.value.value)
    .slice(0, 6)
    .map(({ name, value }) => [`${name}: ${print(value)}`])
/** Names in a sentence. */
const list = new Intl.ListFormat('en')
const names = (some: readonly CountryRecord[]) => list.format(some.map(({ name }) => name))

/** The list by other measures than size. */
export const measures: readonly Article[] = [
  { title: 'Sold per dollar bought', paragraphs: leaders(figures.dollarsSoldPerDollarBought, times) },
  { title: 'Deficit, share of GDP', paragraphs: leaders(figures.deficitShareOfGdp, percent) },
  {
    title: 'Trade both ways',
    paragraphs: leaders(
      (id) => printed(figures.tradeBothWays(id)),
      ({ value }) => billions(value),
    ),
  },
]

const tied = records.filter(({ id }) => figures.tiedWith(id).length > 0)
const inexact = records.filter(({ id }) => figures.roundingGap(id) !== 0)

/** Where the figures come from, what they leave out, how far they carry. */
export const method: readonly Article[] = [
  {
    title: 'What is measured',
    paragraphs: [
      [
        'Trade in goods between the United States and each country in 2023, in current U.S. dollars. The deficit is what the country sold to the United States less what it bought there. Exports and imports are the country’s own: its exports are American imports.',
      ],
    ],
  },
  {
    title: `What is not in the ${count(countryCount)}`,
    paragraphs: [
      [
        `Services; countries with which the United States runs a surplus; deficits under ${usd(figures.threshold)}. That is why the ${count(countryCount)} add up to ${billions(figures.total)}, while the deficit with the whole world was ${usd(figures.overallDeficit)}. The step between the two, roughly ${inWords(figures.surplusesInTens)}, is surpluses elsewhere less the deficits too small for the list. Since ${usd(figures.overallDeficit)} is rounded, it may be ${inWords(figures.netError)} more or less.`,
      ],
    ],
  },
  {
    title: 'How to read a row',
    paragraphs: [
      [
        `The bar hangs from a ruler that is the same on every page: its full width is China’s ${billions(recordOf('china').deficit)}. Below it stand the figures, then what the country’s place in the count comes to. Sold per dollar bought tells how one-sided the trade is, share of GDP how much the difference weighs for the partner; neither goes with size.`,
      ],
    ],
  },
  {
    title: 'Rounding',
    paragraphs: [
      [
        `Amounts are printed as the source rounds them. In ${count(figures.countriesWithRoundingGap)} of ${count(countryCount)} rows exports less imports therefore miss the printed deficit by ${billions(Math.abs(figures.roundingGap('jordan')))}: ${names(inexact)}.`,
      ],
      [`Where two deficits are the same to the last printed digit, the source’s order is kept: ${names(tied)}.`],
    ],
  },
  {
    title: 'What is missing',
    paragraphs: [
      [
        `The source has no GDP for 2023 for ${names(figures.countriesWithoutGdp)}. Where a figure needs it, the page says so; nothing is estimated.`,
      ],
    ],
  },
  {
    title: 'What we calculated',
    paragraphs: [
      [
        'Sold per dollar bought is exports divided by imports. Share of GDP is the deficit divided by the partner’s GDP. Sums, shares, ratios and deficits per head are ours; everything else is the source’s. All bars start at zero, are linear, and share one scale from the first page to the last.',
      ],
    ],
  },
  {
    title: 'Sources',
    paragraphs: [
      [
        'Trade in goods: ',
        { text: 'Observatory of Economic Complexity, oec.world', href: 'https://oec.world/' },
        '. Gross domestic product: ',
        { text: 'World Bank, data.worldbank.org', href: 'https://data.worldbank.org/' },
        '. Ranked and rounded by ',
        { text: '24/7 Wall St., 247wallst.com', href: 'https://247wallst.com/' },
        ', 26 April 2025. Tariffs and readings are those of that report and of its date. Country names are the source’s.',
      ],
      [
        'The Census Bureau and the Bureau of Economic Analysis revise their figures and arrive at slightly different ones; the order of size does not hang on that.',
      ],
      ['The same records are published beside this document as CSV and JSON, the story as a deck and as a reading page.'],
    ],
  },
]
