import * as figures from '../data/figures.ts'
import { billions, count, percent, times, usd } from '../data/format.ts'
import { type CountryRecord, recordOf, records } from '../data/records.ts'
import type { Article, Handout, Phrase } from '../src/handout.ts'

/** The ids of the records from one rank down to another. */
const countdown = (from: number, to: number) => records.filter(({ rank }) => rank <= from && rank >= to).map(({ id }) => id)
/** A country's deficit in words. */
const deficit = (id: string) => billions(recordOf(id).deficit)

const { countryCount, countriesBeforeHalf, countriesFromHalfCount, shareBeforeHalf, shareFromHalf } = figures
/** The countries of the largest deficits by another measure, as lines of text. */
const leaders = (measure: (id: string) => number | null, print: (value: number) => string): Phrase[][] =>
  records
    .flatMap(({ id, name }) => {
      const value = measure(id)
      return value === null ? [] : [{ name, value }]
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, 6)
    .map(({ name, value }) => [`${name}: ${print(value)}`])
/** Names in a sentence. */
const list = new Intl.ListFormat('en')
const names = (some: readonly CountryRecord[]) => list.format(some.map(({ name }) => name))

const measures: readonly Article[] = [
  { title: 'Sold per dollar bought', paragraphs: leaders(figures.dollarsSoldPerDollarBought, times) },
  { title: 'Deficit, share of GDP', paragraphs: leaders(figures.deficitShareOfGdp, percent) },
  { title: 'Trade both ways', paragraphs: leaders(figures.tradeBothWays, billions) },
]

const tied = records.filter(({ id }) => figures.tiedWith(id).length > 0)
/** How many from below it takes to pass half. */
const fromBelow = countriesBeforeHalf + 1
/** A small count as a word. */
const word = (value: number) =>
  ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][value] ??
  count(value)
const inexact = records.filter(({ id }) => figures.roundingGap(id) !== 0)

const method: readonly Article[] = [
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
        `Services; countries with which the United States runs a surplus; deficits under ${usd(figures.threshold)}. That is why the ${count(countryCount)} add up to ${billions(figures.total)}, while the deficit with the whole world was ${usd(figures.overallDeficit)}. The step between the two, about ${billions(figures.surplusesElsewhere)}, is surpluses elsewhere less the deficits too small for the list. It is no more exact than the rounded ${usd(figures.overallDeficit)} allows.`,
      ],
    ],
  },
  {
    title: 'How to read a row',
    paragraphs: [
      [
        `The bar hangs from a ruler that is the same on every page: its full width is China’s ${deficit('china')}. Below it stand the figures, then what the country’s place in the count comes to. Sold per dollar bought tells how one-sided the trade is, share of GDP how much the difference weighs for the partner; neither goes with size.`,
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
        'Sold per dollar bought is exports divided by imports. Share of GDP is the deficit divided by the partner’s GDP. Sums, shares, ratios and figures per head are ours; everything else is the source’s. All bars start at zero, are linear, and share one scale from the first page to the last.',
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
    ],
  },
]

/** The handout: twelve pages, an act to a spread. */
export const handout: Handout<CountryRecord> = {
  bars: {
    column: 'deficit',
    value: (record) => record.deficit,
    title: 'Bars: U.S. goods-trade deficit, on one scale throughout this handout. All amounts in billion dollars, 2023',
    marks: [0, 50, 100, 150, 200, 250].map((at) => ({ at: at * 1e9, label: count(at) })),
    share: ({ count: countries, before, here, total }) =>
      `${count(countries)} ${countries === 1 ? 'country' : 'countries'}, ${billions(here)}: ${percent(here / total)} of the total${before > 0 ? `; with all before them, ${percent((before + here) / total)}` : ''}.`,
  },
  columns: ['deficit', 'exports', 'imports', 'ratio', 'weight'],
  cover: {
    kicker: 'U.S. trade in goods, 2023',
    finding: `Counted up from the smallest, it takes ${count(fromBelow)} countries to make half of the deficits. Counted down from the largest, ${word(figures.largestToHalf)}.`,
    lead: `With ${count(countryCount)} countries the United States ran a goods-trade deficit of a billion dollars or more in 2023. They add up to ${billions(figures.total)}, before surpluses elsewhere; the deficit with the whole world was ${usd(figures.overallDeficit)}.`,
    chart: `Bar chart of the ${count(countryCount)} deficits on one scale, from ${deficit('libya')} with Libya to ${deficit('china')} with China: the first ${count(countriesBeforeHalf)} make ${percent(shareBeforeHalf)} of the total, the last ${count(countriesFromHalfCount)} ${percent(shareFromHalf)}.`,
    groups: [
      {
        records: countdown(countryCount, countriesFromHalfCount + 1),
        label: `${count(countriesBeforeHalf)} countries: ${billions(figures.totalBeforeHalf)}, ${percent(shareBeforeHalf)}`,
      },
      {
        records: countdown(countriesFromHalfCount, 1),
        label: `${count(countriesFromHalfCount)} countries: ${billions(figures.total - figures.totalBeforeHalf)}, ${percent(shareFromHalf)}`,
        strong: true,
      },
    ],
    unit: 'billion dollars',
    contents: 'Inside',
  },
  sheets: [
    {
      header: 'The question · One square at a time',
      parts: [
        {
          kind: 'opener',
          title: 'The question',
          lead: `Every one of these ${count(countryCount)} countries sold the United States more goods in 2023 than it bought there. We count them up from the smallest difference to the largest.`,
        },
        { kind: 'beats', slides: ['question', 'basis', 'unit'] },
        {
          kind: 'opener',
          title: 'One square at a time',
          lead: `Nine countries from ${deficit('libya')} to ${deficit('slovenia')}, each one or two squares of the frame.`,
          records: countdown(43, 35),
        },
        { kind: 'rows', records: countdown(43, 38) },
      ],
    },
    {
      header: 'The question · One square at a time',
      parts: [
        { kind: 'rows', records: countdown(37, 35) },
        { kind: 'beats', slides: ['nine-so-far'] },
        { kind: 'figure', slide: 'nine-so-far', height: 680 },
      ],
    },
    {
      header: 'Handfuls',
      parts: [
        {
          kind: 'opener',
          title: 'Handfuls',
          lead: `Fifteen countries from ${deficit('sri-lanka')} to ${deficit('france')}: a few squares each, and together ${times((figures.runningTotal('france') - figures.runningTotal('slovenia')) / figures.runningTotal('slovenia'))} what the nine before them brought.`,
          records: countdown(34, 20),
        },
        { kind: 'rows', records: countdown(34, 28) },
        { kind: 'beats', slides: ['midway'] },
      ],
    },
    {
      header: 'Handfuls',
      parts: [
        { kind: 'rows', records: countdown(27, 20) },
        {
          kind: 'words',
          headline: `More than half the list is told, and ${percent(1 - figures.runningShare('france'))} of the frame is still empty`,
          text: `Before France ${count(figures.runningCount('iraq'))} countries came to ${billions(figures.runningTotal('iraq'))}, ${percent(figures.runningShare('iraq'))} of the total; with France it is ${percent(figures.runningShare('france'))}. ${count(countryCount - figures.runningCount('france'))} countries remain.`,
        },
      ],
    },
    {
      header: 'Tens',
      parts: [
        {
          kind: 'opener',
          title: 'Tens',
          lead: `Nine countries from ${deficit('austria')} to ${deficit('ireland')}. From here on size is one measure among several: what weighs little in dollars can weigh much at home.`,
          records: countdown(19, 11),
        },
        { kind: 'rows', records: countdown(19, 12) },
      ],
    },
    {
      header: 'Tens',
      parts: [
        { kind: 'rows', records: countdown(11, 11) },
        {
          kind: 'figure',
          slide: 'map',
          height: 395,
          beside: {
            headline: `Up to Switzerland the map is European: ${word(figures.europeansSoFar('switzerland').length)} countries hold ${percent(figures.europeanShareSoFar('switzerland'))} of the sum`,
            text: `${count(figures.runningCount('switzerland'))} countries, ${billions(figures.runningTotal('switzerland'))}; the larger the circle, the larger the deficit. The three after Switzerland share another region, South-eastern Asia.`,
          },
        },
        { kind: 'beats', slides: ['scatter'] },
        { kind: 'figure', slide: 'scatter', height: 415 },
      ],
    },
    {
      header: 'The ten · China',
      parts: [
        {
          kind: 'opener',
          title: 'The ten',
          lead: `${percent(1 - figures.runningShare('ireland'))} of the total belongs to the ten largest, from ${deficit('india')} with India up. The answer to the question is among them.`,
          records: countdown(10, 2),
        },
        { kind: 'rows', records: countdown(10, 5) },
        { kind: 'beats', slides: ['four'] },
      ],
    },
    {
      header: 'The ten · China',
      parts: [
        { kind: 'rows', records: countdown(4, 2) },
        {
          kind: 'opener',
          title: 'China',
          lead: `One country, ${deficit('china')}: the place that was still empty.`,
          records: ['china'],
        },
        { kind: 'rows', records: ['china'] },
        { kind: 'beats', slides: ['thirty-three'] },
        { kind: 'figure', slide: 'thirty-three', height: 400 },
      ],
    },
    {
      header: 'The reckoning',
      parts: [
        {
          kind: 'opener',
          title: 'The reckoning',
          lead: `From the ${count(countryCount)} deficits to the one that the United States has with the whole world.`,
        },
        { kind: 'beats', slides: ['total', 'net'] },
        { kind: 'figure', slide: 'net', height: 640 },
        { kind: 'words', headline: 'Size is one measure; by others the list has another head' },
        { kind: 'articles', articles: measures },
      ],
    },
    {
      header: `All ${count(countryCount)}`,
      parts: [
        {
          kind: 'opener',
          title: `All ${count(countryCount)}`,
          lead: 'By deficit, the largest first, with every figure of the countdown.',
        },
        {
          kind: 'table',
          caption:
            'U.S. goods-trade deficit with each country, its exports to and imports from the United States, and its GDP, in billion dollars; GDP per head in dollars; 2023. The last two columns are our calculation.',
        },
      ],
    },
    {
      header: 'Method and sources',
      parts: [
        {
          kind: 'opener',
          title: 'Method and sources',
          lead: 'Where the figures come from, what they leave out, and how far they carry.',
        },
        { kind: 'articles', articles: method },
        { kind: 'beats', slides: ['readings'] },
      ],
    },
  ],
}
