import { defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/scenes.ts'
import { begin, end, rankIn } from '../data/figures.ts'
import { format, lang, rate } from '../data/format.ts'
import industries from '../data/industries.csv'
import { by, type Industry, records } from '../data/records.ts'
import { template } from './template.tsx'

/** The ids of the records from one rank down to another. */
const countdown = (from: number, to: number) => records.filter(({ rank }) => rank <= from && rank >= to).map(({ id }) => id)

export default defineDeck({
  title: 'Who was out of work',
  description: 'Fourteen industries of the United States by rate of unemployment, and how their order changed in ten years.',
  lang,
  date: '2009-12-31',
  format,
  records,
  downloads: downloadsOf('industries', industries, records),
  source: 'Source: U.S. Bureau of Labor Statistics, Current Population Survey, table A-31, 2000 to 2009; own means and ranks.',
  theme: 'harbour',
  acts: [
    { id: 'calm', title: 'Under seven percent', scene: 'ranks', slides: ['opening', ...countdown(14, 11)] },
    { id: 'middle', title: 'The crowd', scene: 'ranks', slides: countdown(10, 5) },
    { id: 'top', title: 'The top four', scene: 'ranks', slides: [...countdown(4, 1), 'ending'] },
    { id: 'method', title: 'Method', slides: ['sources'] },
  ],
  scenes,
  components,
  layouts,
  template,
  describe: (id) => {
    const industry = by[id] as Industry
    const { value, unit } = rate.parts(industry.rate)
    return {
      figure: { value: `${value} ${unit}`, caption: `out of work in ${end}` },
      // The chart has their room; the table has them.
      facts: [],
    }
  },
  columns: {
    all: [
      { key: 'rank', label: '#', numeric: true, text: ({ rank }: Industry) => String(rank) },
      { key: 'name', label: 'Industry', numeric: false, text: ({ name }: Industry) => name },
      { key: 'rate', label: `Rate in ${end}`, numeric: true, text: (industry: Industry) => rate(industry.rate) },
      { key: 'first', label: `Rate in ${begin}`, numeric: true, text: ({ rates }: Industry) => rate(rates[0] ?? Number.NaN) },
      { key: 'before', label: `Rank in ${begin}`, numeric: true, text: (industry: Industry) => String(rankIn(industry, begin)) },
    ],
    missing: 'no figure',
  },
  handout: {
    bars: {
      column: 'rate',
      value: (industry: Industry) => industry.rate,
      title: `Rate of unemployment in ${end}, percent`,
      marks: [0, 5, 10, 15].map((at) => ({ at, label: String(at) })),
    },
    columns: ['rate', 'first', 'before'],
  },
})
