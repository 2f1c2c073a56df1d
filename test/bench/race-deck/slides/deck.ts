import { createFormat, defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'

/** A deck of which only its move is of interest. */
export default defineDeck({
  title: 'A race',
  description: 'Forty countries race through thirty years.',
  lang: 'en',
  date: '2024-12-31',
  format: createFormat('en'),
  records: [],
  downloads: {},
  source: 'Source: made up.',
  acts: [{ id: 'all', title: 'All', slides: ['still', 'race'] }],
  scenes: {},
  components,
  layouts,
  template: () => ({ headline: '', body: '', notes: '' }),
  describe: () => ({ figure: { value: '', caption: '' }, facts: [] }),
})
