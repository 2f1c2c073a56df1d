import type { Loader, Plugin } from 'esbuild'
import { readText } from '../util/files.ts'

/** What `create-reveal.ts` switches off, by the selectors of its rules; paper has pages of its own. */
const OFF =
  /\.(?:controls|progress|slide-number|jump-to-slide|playback|roll|overview|print-pdf|reveal-print|reveal-scroll|scroll-\w+|scrollbar\b[\w-]*)\b|\[data-(?:background-)?transition(?![^\]]*none)|^\.reveal\.(?:slide|linear|cube|page|zoom|concave|convex|fade)\b/

/** Leaves out of the style sheet of reveal.js what the deck never shows: it comes before the first slide, and half of it is that. */
export const leanReveal: Plugin = {
  name: 'lean reveal',
  setup(build) {
    build.onLoad({ filter: /[\\/]reveal\.js[\\/]dist[\\/]reveal\.css$/ }, async ({ path }) => ({
      contents: withoutUnused(await readText(path)),
      loader: 'css' satisfies Loader,
    }))
  },
}

/** The style sheet without rules all of whose selectors are of what is off. */
export function withoutUnused(css: string): string {
  return css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => {
    const isOff = selectors.split(',').every((selector) => OFF.test(selector.trim()))
    return isOff ? '' : rule
  })
}
