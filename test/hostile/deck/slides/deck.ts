import { createFormat, defineDeck, type LayoutProps } from 'countdown-story'
import { components } from 'countdown-story/components'
import { bars } from '../charts/bars.ts'
import { by, type Letter, records } from '../data/records.ts'
import { Plain } from './plain.tsx'
import { labels, words } from './words.ts'

export default defineDeck({
  ...words,
  lang: 'en',
  date: '2024-01-01',
  format: createFormat('en'),
  records,
  acts: [
    { id: 'told', title: labels.act, scene: 'bars', slides: records.map(({ id }) => id) },
    { id: 'end', title: labels.end, slides: ['explore'] },
  ],
  scenes: { bars },
  components,
  layouts: { record: Plain, statement: Plain } satisfies Record<string, (props: LayoutProps) => unknown>,
  template: ({ name, size, family }: Letter) => ({
    headline: `${name} measures ${size}`,
    body: `It is ${family}.`,
    notes: `Say ${name}.`,
  }),
  describe: (id) => ({
    figure: { value: String(by[id]?.size), caption: by[id]?.name ?? '' },
    facts: [{ label: labels.fact, value: by[id]?.family ?? '' }],
    soFar: by[id]?.name ?? '',
  }),
  columns: {
    missing: 'none',
    all: [
      { key: 'rank', label: labels.fact, numeric: true, text: ({ rank }: Letter) => String(rank) },
      { key: 'name', label: 'Letter', numeric: false, text: ({ name }: Letter) => name },
      { key: 'family', label: 'Family', numeric: false, text: ({ family }: Letter) => family },
    ],
  },
})
