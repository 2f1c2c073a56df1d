import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { type CountryRecord, recordOf, records } from '../data/records.ts'
import type { Article, Handout } from '../src/handout.ts'

/** The ids of the records from one rank down to another. */
const countdown = (from: number, to: number) => records.filter(({ rank }) => rank <= from && rank >= to).map(({ id }) => id)
/** A country's deficit in words. */
const deficit = (id: string) => billions(recordOf(id).deficit)

const largest = countdown(figures.largestToHalf, 1)
const fromBelow = count(figures.runningCount('vietnam'))

const method: readonly Article[] = [
  {
    title: 'What is measured',
    paragraphs: [
      [
        `Trade in goods between the United States and each country in ${records.length > 0 ? '2023' : ''}, in current U.S. dollars. A country’s deficit is what it sold to the United States less what it bought there, seen from the United States.`,
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
      `${count(countries)} ${countries === 1 ? 'country' : 'countries'}, ${billions(here)}: ${percent(here / total)} of the total. With all before: ${percent((before + here) / total)}.`,
  },
  columns: ['deficit', 'exports', 'imports', 'ratio', 'weight'],
  cover: {
    kicker: 'U.S. trade in goods, 2023',
    finding: `Counted up from the smallest, it takes ${fromBelow} countries to make half of the deficits. Counted down from the largest, ${figures.largestToHalf === 4 ? 'four' : count(figures.largestToHalf)}.`,
    lead: `With ${count(figures.countryCount)} countries the United States ran a goods-trade deficit of more than ${usd(figures.threshold)} in 2023. They add up to ${billions(figures.total)}, before surpluses elsewhere; the deficit with the whole world was ${usd(figures.overallDeficit)}.`,
    chart: `Bar chart of the ${count(figures.countryCount)} deficits on one scale, from ${deficit('libya')} with Libya to ${deficit('china')} with China: the first ${count(figures.countriesBeforeHalf)} make ${percent(figures.shareBeforeHalf)} of the total, the last ${count(figures.countriesFromHalfCount)} ${percent(figures.shareFromHalf)}.`,
    groups: [
      { records: countdown(figures.countryCount, figures.countriesFromHalfCount + 1), label: `${count(figures.countriesBeforeHalf)} countries: ${percent(figures.shareBeforeHalf)}` },
      { records: largest, label: `${count(figures.countriesFromHalfCount)} countries: ${percent(figures.shareFromHalf)}`, strong: true },
    ],
    contents: 'Inside',
  },
  sheets: [
    {
      header: 'The question · One square at a time',
      parts: [
        { kind: 'opener', title: 'The question', lead: 'PLACEHOLDER' },
        { kind: 'beats', slides: ['question', 'basis', 'unit'] },
        { kind: 'opener', title: 'One square at a time', records: countdown(43, 35) },
        { kind: 'rows', records: countdown(43, 39) },
      ],
    },
    {
      header: 'The question · One square at a time',
      parts: [
        { kind: 'rows', records: countdown(38, 35) },
        { kind: 'beats', slides: ['nine-so-far'] },
        { kind: 'figure', slide: 'nine-so-far', height: 400 },
      ],
    },
    {
      header: 'Handfuls',
      parts: [
        { kind: 'opener', title: 'Handfuls', lead: 'x', records: countdown(34, 20) },
        { kind: 'rows', records: countdown(34, 28) },
        { kind: 'beats', slides: ['midway'] },
      ],
    },
    {
      header: 'Handfuls',
      parts: [
        { kind: 'rows', records: countdown(27, 20) },
        { kind: 'beats', slides: ['twenty-three'] },
      ],
    },
    {
      header: 'Tens',
      parts: [
        { kind: 'opener', title: 'Tens', lead: 'x', records: countdown(19, 11) },
        { kind: 'rows', records: countdown(19, 15) },
        { kind: 'beats', slides: ['map'] },
        { kind: 'figure', slide: 'map', height: 340 },
      ],
    },
    {
      header: 'Tens',
      parts: [
        { kind: 'rows', records: countdown(14, 11) },
        { kind: 'beats', slides: ['scatter'] },
        { kind: 'figure', slide: 'scatter', height: 420 },
      ],
    },
    {
      header: 'The ten · China',
      parts: [
        { kind: 'opener', title: 'The ten', lead: 'x', records: countdown(10, 2) },
        { kind: 'rows', records: countdown(10, 5) },
        { kind: 'beats', slides: ['four'] },
      ],
    },
    {
      header: 'The ten · China',
      parts: [
        { kind: 'rows', records: countdown(4, 2) },
        { kind: 'opener', title: 'China', records: ['china'] },
        { kind: 'rows', records: ['china'] },
        { kind: 'beats', slides: ['thirty-three'] },
        { kind: 'figure', slide: 'thirty-three', height: 360 },
      ],
    },
    {
      header: 'The reckoning',
      parts: [
        { kind: 'opener', title: 'The reckoning' },
        { kind: 'beats', slides: ['total', 'net'] },
        { kind: 'figure', slide: 'net', height: 420 },
        { kind: 'beats', slides: ['readings'] },
      ],
    },
    {
      header: 'All 43',
      parts: [
        { kind: 'opener', title: 'All 43' },
        { kind: 'table', caption: 'All' },
      ],
    },
    {
      header: 'Method and sources',
      parts: [
        { kind: 'opener', title: 'Method and sources' },
        { kind: 'articles', articles: method },
      ],
    },
  ],
}
