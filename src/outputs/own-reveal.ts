import type { Loader, Plugin } from 'esbuild'
import { readText } from '../util/files.ts'

/** What reads the query of the address in reveal.js. */
const QUERY = /\b(?:window\.)?location\.search\b/g
/** The function whose result goes over every option, and the one other option that is read from the query. */
const KNOWN = ['location.search.replace(/[A-Z0-9]+?=', '/print-pdf/gi.test(window.location.search)']

/** What `create-reveal.ts` switches off, by the selectors of its rules; paper has pages of its own. */
const OFF =
  /\.(?:controls|progress|slide-number|jump-to-slide|playback|roll|overview|print-pdf|reveal-print|reveal-scroll|scroll-\w+|scrollbar\b[\w-]*)\b|\[data-(?:background-)?transition(?![^\]]*none)|^\.reveal\.(?:slide|linear|cube|page|zoom|concave|convex|fade)\b/

/**
 * Bundles reveal.js as the deck uses it: away from the query of the address, which it merges over every option, so that a link could
 * shuffle the slides, show the notes or open the deck to other sites; and without rules for what the deck never shows, which come
 * before the first slide.
 */
export const ownReveal: Plugin = {
  name: 'own reveal',
  setup(build) {
    const load = (filter: RegExp, loader: Loader, edit: (text: string) => string) =>
      build.onLoad({ filter }, async ({ path }) => ({ contents: edit(await readText(path)), loader }))
    load(/[\\/]reveal\.js[\\/]dist[\\/]reveal\.mjs$/, 'js', withoutQuery)
    load(/[\\/]reveal\.js[\\/]dist[\\/]reveal\.css$/, 'css', withoutUnused)
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

/** The style sheet without rules all of whose selectors are of what is off. */
export function withoutUnused(css: string): string {
  return css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => {
    const isOff = selectors.split(',').every((selector) => OFF.test(selector.trim()))
    return isOff ? '' : rule
  })
}
