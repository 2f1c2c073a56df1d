import { createFormat, defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { bars } from '../charts/bars.ts'
import { by, records } from '../data/records.ts'

export default defineDeck({
  title: 'All that an author may type',
  description: 'Three letters, told with everything that slides know.',
  lang: 'en',
  date: '2024-01-01',
  format: createFormat('en'),
  records,
  downloads: {},
  source: 'Source: made up for this test.',
  footer: 'For those who test',
  frames: ['https://maps.example.org'],
  logo: { src: '../pictures/hills.svg', alt: 'The sign of the hills' },
  acts: [
    {
      id: 'typed',
      title: 'What is typed',
      slides: [
        'tables',
        'tasks',
        'footnotes',
        'code',
        'formulas',
        'columns',
        'compare',
        'quote',
        'number',
        'section',
        'view',
        'left',
        'right',
        'steps',
        'growing',
        'ground',
        'backed',
        'playing',
        'outside',
        'living',
      ],
    },
    { id: 'letters', title: 'The letters', scene: 'bars', slides: ['gamma', 'beta', 'alpha', 'rows'] },
  ],
  scenes: { bars },
  components,
  layouts,
  template: ({ name, size }: { name: string; size: number }) => ({
    headline: `${name} measures ${size}`,
    body: '',
    notes: `Say ${name}.`,
  }),
  describe: (id) => ({
    figure: { value: String(by[id]?.size), caption: 'letters' },
    facts: [{ label: 'Size', value: String(by[id]?.size) }],
  }),
})
