import { createFormat, defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { bars } from '../charts/bars.ts'
import { by, type Place, records } from '../data/records.ts'

export default defineDeck({
  title: 'Ten ways to write a name',
  description: 'The same story in ten scripts: ten rows, one chart.',
  lang: 'en',
  date: '2024-01-01',
  format: createFormat('en'),
  records,
  downloads: {},
  source: 'Source: made up for this test.',
  acts: [{ id: 'only', title: 'The only act', scene: 'bars', slides: records.map(({ id }) => id) }],
  scenes: { bars },
  components,
  layouts,
  template: ({ name, size }: Place) => ({ headline: `${name} measures ${size}`, body: '', notes: `Say ${name}.` }),
  describe: (id) => ({ figure: { value: String(by[id]?.size), caption: by[id]?.name ?? '' }, facts: [] }),
})
