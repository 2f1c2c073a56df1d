import { createFormat, defineDeck } from 'countdown-story'
import { bars } from '../charts/bars.ts'
import { records } from '../data/records.ts'
import { Plain } from './plain.tsx'

const format = createFormat('en')
const byId = new Map(records.map((record) => [record.id, record]))

/** A story of any length in the words of its template. */
export default defineDeck({
  title: 'A long story',
  description: 'As many records as the benchmark asks for.',
  lang: 'en',
  date: '2024-01-01',
  format,
  records,
  downloads: {},
  source: 'Source: made up for the benchmark.',
  acts: [{ id: 'all', title: 'All of them', scene: 'bars', slides: records.map(({ id }) => id) }],
  scenes: { bars },
  components: {},
  layouts: { record: Plain, statement: Plain },
  template: ({ name, size }: (typeof records)[number]) => ({
    headline: `${name} measures ${format.count(size)}`,
    body: `More than any before ${name}.`,
    notes: `Say ${name}.`,
  }),
  describe: (id) => ({
    figure: { value: format.count(byId.get(id)?.size ?? 0), caption: 'in size' },
    facts: [{ label: 'Rank', value: String(byId.get(id)?.rank) }],
  }),
})
