import { defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import cities from '../data/cities.csv'
import { format, hours, lang } from '../data/format.ts'
import { by, type City, records } from '../data/records.ts'

export default defineDeck({
  title: 'How long is the longest day?',
  description: 'Three cities, three charts as they come from a gallery, and the light of one year.',
  lang,
  date: '2024-12-31',
  format,
  records,
  downloads: downloadsOf('cities', cities, records),
  source: 'Hours of daylight in 2024: own calculation, from latitudes. Outlines: Natural Earth.',
  acts: [
    { id: 'year', title: 'A year of light', slides: ['opening', ...records.map(({ id }) => id)] },
    { id: 'world', title: 'The whole world', slides: ['june', 'december'] },
    { id: 'months', title: 'Month by month', slides: ['months'] },
  ],
  scenes: {},
  components,
  layouts,
  template: ({ name, longest }: City) => ({
    headline: `In ${name} the longest day has ${hours(longest)}`,
    body: '',
    notes: '',
  }),
  describe: (id) => {
    const { value, unit } = hours.parts(by[id]?.longest ?? 0)
    return {
      figure: { value, caption: `${unit} of daylight on the longest day` },
      facts: [{ label: 'Shortest day', value: hours(by[id]?.shortest ?? 0) }],
    }
  },
  columns: {
    all: [
      { key: 'rank', label: '#', numeric: true, text: ({ rank }: City) => String(rank) },
      { key: 'name', label: 'City', numeric: false, text: ({ name }: City) => name },
      { key: 'longest', label: 'Longest day', numeric: true, text: ({ longest }: City) => hours(longest) },
      { key: 'shortest', label: 'Shortest day', numeric: true, text: ({ shortest }: City) => hours(shortest) },
    ],
    missing: 'no figure',
  },
})
