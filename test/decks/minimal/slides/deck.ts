import { createFormat, defineDeck, type LayoutProps } from 'countdown-story'
import { bars } from '../charts/bars.ts'
import { by, records } from '../data/records.ts'
import { Plain } from './plain.tsx'

export default defineDeck({
  title: 'Three letters',
  description: 'The smallest story: three rows, one chart.',
  lang: 'en',
  date: '2024-01-01',
  format: createFormat('en'),
  records,
  downloads: {},
  source: 'Source: made up for this test.',
  acts: [{ id: 'only', title: 'The only act', scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha'] }],
  scenes: { bars },
  components: { Quoted: ({ children }: { children: string }) => children },
  layouts: { record: Plain, statement: Plain } satisfies Record<string, (props: LayoutProps) => unknown>,
  template: ({ name, size }: { name: string; size: number }) => ({
    headline: `${name} measures ${size}`,
    body: '',
    notes: `Say ${name}.`,
  }),
  describe: (id) => ({ figure: { value: String(by[id]?.size), caption: 'letters' }, facts: [] }),
})
