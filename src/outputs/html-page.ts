import { hash } from 'node:crypto'
import { directionOf } from '../messages/messages.ts'
import type { Deck } from '../story/deck.ts'
import { pageColours } from '../story/page-colours.ts'
import type { Slide } from '../story/story.ts'
import type { OutputFile } from '../util/output-file.ts'

/** What a page may load beside scripts and styles when its files stand beside it. */
const OWN_FILES = ["img-src 'self' data:", "font-src 'self'", "connect-src 'self'"]

/** The content-security policy of every page: its own files and nothing else; no inline script, no inline style. */
export const POLICY = policyOf("'self'", "'self'")

/** The policy of the pages of a story: what it plays, and the frames of the origins that its deck names, if it does either. */
export function policyFor({ slides, deck: { frames = [] } }: { slides: readonly Slide[]; deck: Pick<Deck, 'frames'> }): string {
  const plays = slides.some(({ media = [] }) => media.length > 0)
  const more = [...(plays ? ["media-src 'self'"] : []), ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : [])]
  return policyOf("'self'", "'self'", [...OWN_FILES, ...more])
}

/** The policy of a page that has one script and one style sheet inside, which are named by their hashes. */
export function policyWith({ script, style }: { script: string; style: string }): string {
  return policyOf(`'self' ${hashOf(script)}`, `'self' ${hashOf(style)}`)
}

/** The policy of a page that has everything inside: these scripts and style sheets, pictures and fonts. It may ask for nothing. */
export function policyWithin(scripts: readonly string[], styles: readonly string[]): string {
  const sources = (texts: readonly string[]) => [...new Set(texts.map(hashOf))].join(' ')
  return policyOf(sources(scripts), sources(styles), ['img-src data:', 'font-src data:'])
}

function hashOf(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`
}

function policyOf(scripts: string, styles: string, others: readonly string[] = OWN_FILES): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    ...others,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** One square, as on the stage. In the page itself, since a browser would otherwise ask the site for one. */
const ICON = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23${pageColours.signal.light.slice(1)}' d='M2 2h12v12H2z'/%3E%3C/svg%3E`

/** What a page is made of. Markup in `head` and `body` is taken as it is. */
interface Page {
  /** BCP 47. */
  lang: string
  title: string
  description?: string
  /** Content-security policy, where it is not that of every page. */
  policy?: string
  /** Elements that follow the title. */
  head: string
  body: string
}

/** Writes a page that loads nothing from elsewhere and tells no other site where its visitors come from. */
export function renderPage({ lang, title, description, policy = POLICY, head, body }: Page): string {
  const about = description === undefined ? '' : `<meta name="description" content="${escapeMarkup(description)}">\n`
  return isolateFigures(`<!doctype html>
<html${languageOf(lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICON}">
<title>${escapeMarkup(title)}</title>
${about}${head}
</head>
<body>
${body}
</body>
</html>
`)
}

/** The language of a document, and the way it is written where that is not the usual one. */
export function languageOf(lang: string): string {
  return ` lang="${escapeMarkup(lang)}"${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}`
}

/**
 * The same document with its figures, which come between marks of Unicode where text runs from right to left, in elements of their
 * own: fonts have no picture for the marks. Attributes, the head and pictures do without.
 */
export function isolateFigures(html: string): string {
  if (!html.includes('\u2068')) return html
  return html.replace(/<head>.*?<\/head>|<svg\b.*?<\/svg>|<[^>]*>|[\u2068\u2069]/gs, (part) => {
    if (part === '\u2068') return '<bdi>'
    return part === '\u2069' ? '</bdi>' : part.replace(/[\u2068\u2069]/g, '')
  })
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it is written in HTML, inside elements and between double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** A page that stands alone, so that a browser draws it the same wherever it is loaded: for what is printed, photographed or filmed. */
export function renderAlone(
  { lang, title }: { lang: string; title: string },
  style: string,
  body: string,
  isFlowing = false,
): string {
  return isolateFigures(`<!doctype html>
<html${languageOf(lang)}>
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body${isFlowing ? ' class="flowing"' : ''}>
${body}
</body>
</html>
`)
}

/** A page without its head, so that it can stand in a file of its own or in one with others. */
export interface MadePage {
  body: string
  /** Paths of its style sheets, in their order. */
  styles: readonly string[]
  /** Path of the script that starts it. */
  script: string
  /** Everything that it asks for, at once or later. */
  files: readonly OutputFile[]
}

/** Elements of a page's head that load what it asks for at once. */
export function headOf({ styles, script }: Pick<MadePage, 'styles' | 'script'>): string {
  const sheets = styles.map((path) => `<link rel="stylesheet" href="${path}">`)
  return [...sheets, `<script defer src="${script}"></script>`].join('\n')
}
