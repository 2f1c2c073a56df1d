import { defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/scenes.ts'
import { begin, end } from '../data/figures.ts'
import { format, lang } from '../data/format.ts'
import { records } from '../data/records.ts'
import csv from '../data/warm-years.csv'
import { acts } from './acts.ts'
import { columns, describe } from './columns.ts'
import { handout } from './handout.ts'
import { template } from './template.tsx'

export default defineDeck({
  title: 'From the coldest year to the warmest',
  description: `All ${records.length} years from ${begin} to ${end} by global temperature, told from the coldest up; where they stand in time is the story.`,
  lang,
  date: '2023-12-31',
  format,
  records,
  downloads: downloadsOf('warm-years', csv, records),
  source: 'Source: NASA Goddard Institute for Space Studies, GISTEMP, Land-Ocean Temperature Index 1880–2023.',
  acts: [
    { id: 'question', title: 'The question', scene: 'timeline', slides: ['opening'] },
    ...Object.entries(acts).map(([id, { title, door, told }]) => ({
      id,
      title,
      scene: 'timeline',
      slides: [...(door ? [door] : []), ...told.map((record) => record.id)],
    })),
    { id: 'answer', title: 'The whole line', scene: 'timeline', slides: ['all', 'decades', 'ranking'] },
    { id: 'sources', title: 'Sources', slides: ['sources'] },
  ],
  scenes,
  components,
  layouts,
  template,
  describe,
  columns,
  handout,
  palette: {
    paper: { light: '#fbf7f2', dark: '#17130f' },
    ink: { light: '#231a14', dark: '#f1e9e1' },
    quiet: { light: '#65584d', dark: '#b3a599' },
    mute: { light: '#5f83a3', dark: '#7399bb' },
    faint: { light: '#e9e0d6', dark: '#322a24' },
    signal: { light: '#b3241a', dark: '#ff7d6e' },
    // Above the mean is warm, below it cold, in every chart.
    'side-start': { light: '#b3241a', dark: '#ff7d6e' },
    'side-end': { light: '#5f83a3', dark: '#7399bb' },
  },
})
