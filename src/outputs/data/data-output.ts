import type { Output } from '../output.ts'

/** The records as files for download. */
export const data: Output = {
  name: 'data',
  description: 'data/*.csv and *.json, the records for download',
  untouchedBy: ['paper', 'baseUrl'],
  make: async ({ deck }) => Object.entries(deck.downloads).map(([name, contents]) => ({ path: `data/${name}`, contents })),
}
