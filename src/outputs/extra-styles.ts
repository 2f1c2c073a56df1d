import { basename } from 'node:path'
import type { Element } from 'hast'
import type { Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import { DECK_STYLE, inlineStyle, type StoryStyle } from './assets.ts'

/** Style sheets of what few slides have, each with the elements that need it: a page loads those that its slides need. */
const SHEETS: Readonly<Record<string, (element: Element) => boolean>> = {
  'src/kit/styles/extras/markdown.css': (element) =>
    ['table', 'blockquote', 'hr', 'del', 'input', 'sup'].includes(element.tagName) && !hasClass(element, 'records'),
  'src/kit/styles/extras/code.css': ({ tagName }) => ['code', 'pre', 'kbd', 'samp'].includes(tagName),
  'src/kit/styles/extras/formulas.css': ({ tagName }) => tagName === 'math',
  'src/kit/styles/extras/footer.css': (element) => hasClass(element, 'footer'),
  'src/kit/styles/extras/steps.css': (element) => hasClass(element, 'fragment'),
  'src/kit/styles/extras/media.css': (element) =>
    element.tagName === 'video' || ['sound', 'outside'].some((name) => hasClass(element, name)),
  'src/kit/styles/extras/transitions.css': (element) =>
    ['rise', 'slide', 'zoom', 'none'].some((way) => hasClass(element, `enter-${way}`)),
  'src/kit/styles/extras/grounds.css': (element) =>
    hasClass(element, 'slide') && ['dark', 'light', 'tinted', 'backed'].some((ground) => hasClass(element, ground)),
  'src/kit/styles/extras/layouts.css': (element) =>
    ['columns', 'slide-columns', 'slide-beside', 'slide-quote', 'slide-big', 'slide-section', 'slide-picture'].some((name) =>
      hasClass(element, name),
    ),
}

/** The style sheets that these slides need beside those of every story, relative to the machine's folder. */
export function extraStyles(slides: readonly Slide[]): string[] {
  const elements = slides.flatMap(({ content, body, notes }) => [content, body, notes].flatMap((part) => elementsOf(part)))
  return Object.entries(SHEETS).flatMap(([sheet, needs]) => (elements.some(needs) ? [sheet] : []))
}

/** Paths of their results, which are known by the names of their entries, and of the deck's own rules, which come last. */
export function extraPaths(slides: readonly Slide[], paths: Readonly<Record<string, string>>): string[] {
  const own = paths[DECK_STYLE] === undefined ? [] : [paths[DECK_STYLE]]
  return [...extraStyles(slides).map((sheet) => paths[basename(sheet)] ?? ''), ...own]
}

/**
 * A style sheet for pages that must stand alone, with all that these slides need and the deck's own rules last. Rejects with
 * InputError for mistakes in it.
 */
export async function printStyle(
  root: string,
  sheet: string,
  slides: readonly Slide[],
  { rules, ...style }: StoryStyle = {},
): Promise<string> {
  const extras = extraStyles(slides).map((extra) => inlineStyle(root, extra))
  const sheets = await Promise.all([inlineStyle(root, sheet, style), ...extras])
  return [...sheets, ...(rules === undefined ? [] : [rules])].join('\n')
}
