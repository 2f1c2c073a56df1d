import { createFormat, defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { by, records } from '../data/records.ts'

export default defineDeck({
  title: 'Three letters and their charts',
  description: 'Charts as they come from a gallery.',
  lang: 'en',
  date: '2024-01-01',
  format: createFormat('en'),
  records,
  downloads: {},
  source: 'Source: made up for this test.',
  acts: [{ id: 'only', title: 'The only act', slides: ['gamma', 'beta', 'alpha', 'growth', 'grid', 'frames'] }],
  scenes: {},
  components,
  layouts,
  template: ({ name, size }: { name: string; size: number }) => ({ headline: `${name} measures ${size}`, body: '', notes: '' }),
  describe: (id) => ({ figure: { value: String(by[id]?.size), caption: 'letters' }, facts: [] }),
})
