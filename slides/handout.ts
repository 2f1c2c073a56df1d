import type { Handout } from 'countdown-story'
import * as figures from '../data/figures.ts'
import { billions, count, percent, times, usd } from '../data/format.ts'
import type { CountryRecord } from '../data/records.ts'
import { actTitles } from './act-titles.ts'
import { measures, method } from './handout-articles.ts'
import { cover } from './handout-cover.ts'
import { countdown, deficit } from './handout-words.ts'

const { countryCount } = figures

/** The handout: twelve pages, an act to a spread. */
export const handout: Handout<CountryRecord> = {
  bars: {
    column: 'deficit',
    value: (record) => record.deficit,
    title: `Bars: U.S. goods-trade deficit, one scale throughout. Amounts in billion dollars, 2023. Ticks: sold per dollar bought, all ${count(countryCount)}, logarithmic`,
    marks: [0, 50, 100, 150, 200, 250].map((at) => ({ at: at * 1e9, label: count(at) })),
    share: ({ count: countries, before, here, total }) =>
      `${count(countries)} ${countries === 1 ? 'country' : 'countries'}, ${billions(here)}: ${percent(here / total)} of the total${before > 0 ? `; with all before them, ${percent((before + here) / total)}` : ''}.`,
  },
  columns: ['deficit', 'exports', 'imports', 'ratio', 'weight'],
  strip: { column: 'ratio', value: ({ id }) => figures.dollarsSoldPerDollarBought(id).value },
  cover,
  sheets: [
    {
      header: 'The question · Squares',
      parts: [
        {
          kind: 'opener',
          title: 'The question',
          lead: `Every one of these ${count(countryCount)} countries sold the United States more goods in 2023 than it bought there. We count them up from the smallest difference to the largest.`,
        },
        { kind: 'beats', slides: ['question', 'basis', 'unit'] },
        { kind: 'figure', slide: 'slovenia', height: 300 },
        {
          kind: 'opener',
          title: actTitles.squares,
          lead: `Nine countries from ${deficit('libya')} to ${deficit('slovenia')}, each one or two squares of the frame.`,
          records: countdown(43, 35),
        },
        { kind: 'rows', records: countdown(43, 42) },
      ],
    },
    {
      header: 'The question · Squares',
      parts: [
        { kind: 'rows', records: countdown(41, 35) },
        { kind: 'beats', slides: ['nine-so-far'] },
      ],
    },
    {
      header: 'Handfuls',
      parts: [
        {
          kind: 'opener',
          title: actTitles.handfuls,
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
          title: actTitles.tens,
          lead: `Nine countries from ${deficit('austria')} to ${deficit('ireland')}. From here on size is one measure among several: what weighs little in dollars can weigh much at home.`,
          records: countdown(19, 11),
        },
        { kind: 'rows', records: countdown(19, 13) },
      ],
    },
    {
      header: 'Tens',
      parts: [
        { kind: 'rows', records: countdown(12, 11) },
        {
          kind: 'figure',
          slide: 'map',
          height: 340,
          beside: {
            headline: `Up to Switzerland half of the sum is European: ${percent(figures.europeanShareSoFar('switzerland'))} with Russia, ${percent(figures.europeanShareSoFar('switzerland', ['russia']))} without`,
            text: `${count(figures.runningCount('switzerland'))} countries, ${billions(figures.runningTotal('switzerland'))}; the larger the circle, the larger the deficit. The source counts Russia under Eastern Europe, including Northern Asia. The three after Switzerland share another region, South-eastern Asia.`,
          },
        },
        { kind: 'beats', slides: ['scatter'] },
        { kind: 'figure', slide: 'scatter', height: 370 },
      ],
    },
    {
      header: 'The large · The largest',
      parts: [
        {
          kind: 'opener',
          title: actTitles.ten,
          lead: `${percent(1 - figures.runningShare('ireland'))} of the total belongs to the ten largest: these nine, from ${deficit('india')} with India up, and China, which has a chapter of its own. The answer to the question is among them.`,
          records: countdown(10, 2),
        },
        { kind: 'rows', records: countdown(10, 5) },
        { kind: 'beats', slides: ['four', 'half'] },
      ],
    },
    {
      header: 'The large · The largest',
      parts: [
        { kind: 'rows', records: countdown(4, 2) },
        {
          kind: 'opener',
          title: actTitles.china,
          lead: 'One country, China: the place that was still empty.',
          records: ['china'],
        },
        { kind: 'rows', records: ['china'] },
        { kind: 'beats', slides: ['thirty-three'] },
        { kind: 'figure', slide: 'thirty-three', height: 300 },
      ],
    },
    {
      header: 'The reckoning',
      parts: [
        {
          kind: 'opener',
          title: 'The reckoning',
          lead: `From the ${count(countryCount)} deficits to the one with the whole world: imports of over ${usd(figures.overallImports)}, exports of ${usd(figures.overallExports)}.`,
        },
        { kind: 'beats', slides: ['total', 'net'] },
        { kind: 'figure', slide: 'net', height: 250 },
        { kind: 'beats', slides: ['weights'] },
        { kind: 'figure', slide: 'weights', height: 270 },
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
