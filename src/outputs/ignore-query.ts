import type { Loader, Plugin } from 'esbuild'
import { readText } from '../util/files.ts'

/** What reads the query of the address in reveal.js. */
const QUERY = /\b(?:window\.)?location\.search\b/g
/** The function whose result goes over every option, and the one other option that is read from the query. */
const KNOWN = ['location.search.replace(/[A-Z0-9]+?=', '/print-pdf/gi.test(window.location.search)']

/**
 * Keeps reveal.js from the query of the address, which it merges over every option: a link could shuffle the slides of a deck, show
 * its notes or open it to other sites. The build stops where another version reads the query in another way.
 */
export const ignoreQuery: Plugin = {
  name: 'ignore query',
  setup(build) {
    build.onLoad({ filter: /[\\/]reveal\.js[\\/]dist[\\/]reveal\.mjs$/ }, async ({ path }) => ({
      contents: withoutQuery(await readText(path)),
      loader: 'js' satisfies Loader,
    }))
  },
}

/** The script with an empty text in the place of the query. Throws where the script does not read it as is known. */
export function withoutQuery(script: string): string {
  const missing = KNOWN.find((text) => !script.includes(text))
  if (missing !== undefined) {
    throw new Error(
      `reveal.js: found no \`${missing}\`, expected it to read the query so; see how this version does, and ignore that`,
    )
  }
  return script.replace(QUERY, '""')
}
