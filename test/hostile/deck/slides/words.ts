import { records } from '../data/records.ts'

/** What the deck says of itself. */
export const words = {
  title: 'Three letters',
  description: 'Three rows and a chart that comes alive.',
  source: 'Source: made up for this test.',
  author: 'Nobody',
  downloads: { 'letters.json': JSON.stringify(records) },
}

/** Titles of the acts, and what a fact is called. */
export const labels = { act: 'The letters', end: 'Explore', fact: 'Family' }
