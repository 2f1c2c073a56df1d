import { expect, test } from 'vitest'
import { renderCell } from '../../../src/outputs/share/share-pictures.ts'
import type { Slide, Story, Track } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'

const TRACK = { states: [], frame: {} } as unknown as Track
const STORY = {
  slides: [],
  deck: { lang: 'en', title: 'T', records: [], describe: () => ({ figure: { value: '5', caption: 'kg' }, facts: [] }) },
} as unknown as Story

test.each([
  ['A headline that fits', 'headline'],
  [`${'A headline of a great many words, '.repeat(4)} and no end`, 'headline long'],
])('a headline leaves room for the figure below it: %s', (headline, name) => {
  const cell = renderCell(STORY, TRACK, { id: 'a', index: 0, title: headline, headline: readTree(headline) } as Slide)
  expect(cell).toContain(`<p class="${name}">${headline}</p>`)
})
