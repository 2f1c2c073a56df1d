import type { Output } from '../output.ts'

/** The records as files for download. */
export const data: Output = {
  make: async ({ deck }) => Object.entries(deck.downloads).map(([name, contents]) => ({ path: `data/${name}`, contents })),
}
