import { defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/index.ts'
import { tableColumns } from '../components/columns.ts'
import { describeCountry } from '../components/describe-country.ts'
import { RecordSlide } from '../components/record-slide.tsx'
import { downloads } from '../data/downloads.ts'
import { format } from '../data/format.ts'
import { records } from '../data/records.ts'
import { actTitles } from './act-titles.ts'
import { handout } from './handout.ts'

/** The ids of the records from one rank down to another. */
const countdown = (from: number, to: number) => records.filter(({ rank }) => rank <= from && rank >= to).map(({ id }) => id)

export default defineDeck({
  title: 'The 43 countries behind the U.S. goods-trade deficit',
  description:
    'A countdown through the 43 countries with which the United States ran its largest goods-trade deficits in 2023, from Libya to China.',
  lang: 'en',
  date: '2023-12-31',
  format,
  records,
  downloads,
  source:
    'Source: Observatory of Economic Complexity (trade in goods), World Bank (GDP), 2023, current U.S. dollars; own calculations.',
  acts: [
    { id: 'opening', title: 'The question', minutes: 2, scene: 'field', slides: ['question', 'basis', 'unit'] },
    {
      id: 'squares',
      title: actTitles.squares,
      minutes: 4,
      short: 'Squares',
      scene: 'field',
      slides: [...countdown(43, 35), 'nine-so-far'],
    },
    {
      id: 'handfuls',
      title: actTitles.handfuls,
      minutes: 6,
      short: 'Handfuls',
      scene: 'ladder',
      slides: ['handfuls', ...countdown(34, 28), 'midway', ...countdown(27, 21), 'twenty-three', ...countdown(20, 20)],
    },
    {
      id: 'tens',
      title: actTitles.tens,
      minutes: 5,
      short: 'Tens',
      scene: 'ladder',
      slides: ['tens', ...countdown(19, 15), 'map', ...countdown(14, 11), 'scatter'],
    },
    {
      id: 'ten',
      title: actTitles.ten,
      minutes: 5,
      short: 'The large',
      scene: 'portrait',
      slides: ['ten', ...countdown(10, 5), 'four', 'half', ...countdown(4, 2)],
    },
    {
      id: 'china',
      title: actTitles.china,
      minutes: 3,
      short: 'The largest',
      scene: 'field',
      slides: ['before-china', 'china', 'thirty-three', 'weights'],
    },
    {
      id: 'reckoning',
      title: 'The reckoning',
      minutes: 4,
      scene: 'field',
      slides: ['total', 'net', 'ranking', 'explore', 'readings', 'stakes', 'ending'],
    },
    { id: 'explore', title: 'Figures and sources', minutes: 1, slides: ['figures', 'sources'] },
  ],
  scenes,
  components,
  layouts,
  template: RecordSlide,
  describe: describeCountry,
  otherNames: { 'chinese-taipei': ['Taiwan'] },
  columns: tableColumns,
  handout,
})
