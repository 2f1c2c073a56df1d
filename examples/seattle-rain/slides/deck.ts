import { between, defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/scenes.ts'
import { format, lang } from '../data/format.ts'
import { records } from '../data/records.ts'
import csv from '../data/seattle-rain.csv'
import { columns, describe } from './columns.ts'
import { handout } from './handout.ts'
import { template } from './template.tsx'

/** The months from one rank down to another. */
const months = (from: number, to: number) => between(records, from, to).map(({ id }) => id)

export default defineDeck({
  title: 'The dry side of Seattle',
  description: 'A countdown through the twelve months of Seattle’s year, from the wettest to the driest.',
  lang,
  date: '2015-12-31',
  format,
  records,
  downloads: downloadsOf('seattle-rain', csv, records),
  source: 'Source: NOAA National Climatic Data Center, daily records 2012–2015. Averages: own calculation.',
  acts: [
    { id: 'question', title: 'The question', scene: 'calendar', slides: ['opening'] },
    { id: 'wet', title: 'The wet half', scene: 'calendar', slides: [...months(12, 7), 'half'] },
    { id: 'down', title: 'The way down', scene: 'calendar', slides: [...months(6, 2), 'warmth'] },
    { id: 'dry', title: 'The driest', scene: 'calendar', slides: [...months(1, 1), 'year'] },
    { id: 'list', title: 'The whole list', scene: 'overview', slides: ['ranking'] },
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
    paper: { light: '#f3f7f9', dark: '#0f171d' },
    ink: { light: '#14222c', dark: '#e4ecf1' },
    quiet: { light: '#4c5f6b', dark: '#9db0bc' },
    mute: { light: '#6f8999', dark: '#6a8190' },
    faint: { light: '#d9e3e9', dark: '#24313a' },
    signal: { light: '#0a64b0', dark: '#63b6ff' },
  },
})
