import type { Place, Problem } from '../problem.ts'
import { type Bookmark, type PdfFacts, readPdf } from './facts.ts'
import { missingWords } from './words.ts'

/** What a page must show. */
export interface ExpectedPage {
  /** Where the author finds it, for messages. */
  place?: Place
  /** Words that must all be on the page, in any order; spaces, case and hyphens do not count. */
  text: string
}

/** What a PDF must be. */
export interface ExpectedPdf {
  /** The output's path, for messages. */
  file: string
  title: string
  /** BCP 47. */
  language: string
  /** Of every page, in points. */
  width: number
  height: number
  /** In their order. */
  pages: readonly ExpectedPage[]
  bookmarks: readonly Bookmark[]
  /** How many figures there are; each must have a text of its own. */
  figures: number
}

/** Chromium rounds paper sizes; less than this many points is no difference. */
const TOLERANCE = 1

/** At most so many lost words are named for one page. */
const MOST_WORDS = 5

/** Checks a finished PDF before it is published. Returns every problem; none when all is well. Never throws. */
export function checkPdf(bytes: Uint8Array, expected: ExpectedPdf): Problem[] {
  try {
    const facts = readPdf(bytes)
    const checks = [checkDocument, checkPages, checkText, checkBookmarks, checkFonts, checkFigures]
    return checks.flatMap((check) => check(facts, expected))
  } catch (error) {
    return [problem(expected, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)]
  }
}

function problem({ file }: ExpectedPdf, message: string): Problem {
  return { place: { file }, message }
}

function checkDocument(facts: PdfFacts, expected: ExpectedPdf): Problem[] {
  const problems: Problem[] = []
  const same = (what: string, found: string, wanted: string) => {
    if (found !== wanted) problems.push(problem(expected, `found the ${what} \`${found}\`, expected \`${wanted}\``))
  }
  same('title', facts.title, expected.title)
  same('language', facts.language, expected.language)
  if (!facts.tagged)
    problems.push(problem(expected, 'is not tagged, so screen readers cannot follow it; print with another browser'))
  return problems
}

function checkPages({ pages }: PdfFacts, expected: ExpectedPdf): Problem[] {
  const problems: Problem[] = []
  if (pages.length !== expected.pages.length) {
    const message = `found ${pages.length} pages, expected ${expected.pages.length}; a slide that is too tall takes two`
    problems.push(problem(expected, message))
  }
  const wrong = pages.findIndex(({ width, height }) => differs(width, expected.width) || differs(height, expected.height))
  const page = pages[wrong]
  if (page) {
    const size = `${page.width} × ${page.height} points, expected ${expected.width} × ${expected.height}`
    problems.push(problem(expected, `page ${wrong + 1} is ${size}; see @page in the style sheet`))
  }
  return problems
}

function differs(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) >= TOLERANCE
}

/** Only when the pages correspond; otherwise every page would be reported. */
function checkText({ pages }: PdfFacts, expected: ExpectedPdf): Problem[] {
  if (pages.length !== expected.pages.length) return []
  return expected.pages.flatMap(({ text, place }, index) => {
    const missing = missingWords(text, pages[index]?.text ?? '')
    if (missing.length === 0) return []
    const named = missing.slice(0, MOST_WORDS).map((word) => `\`${word}\``)
    const more = missing.length > MOST_WORDS ? `, … (${missing.length})` : ''
    const message = `page ${index + 1} of ${expected.file} has lost ${named.join(', ')}${more}; the fonts lack a character, or the text is cut off`
    return [{ place: place ?? { file: expected.file }, message }]
  })
}

function checkBookmarks({ bookmarks }: PdfFacts, expected: ExpectedPdf): Problem[] {
  const found = flatten(bookmarks)
  const wanted = flatten(expected.bookmarks)
  const first = wanted.findIndex((line, index) => line !== found[index])
  if (first === -1 && found.length === wanted.length) return []
  const at = first === -1 ? wanted.length : first
  return [problem(expected, `bookmark ${at + 1} of ${wanted.length} is ${quoted(found[at])}, expected ${quoted(wanted[at])}`)]
}

/** One line a bookmark, indented by its depth. */
function flatten(bookmarks: readonly Bookmark[], indent = ''): string[] {
  return bookmarks.flatMap(({ title, children }) => [indent + inOneOrder(title.trim()), ...flatten(children, `${indent}› `)])
}

/** Chromium writes a heading that runs from right to left in the order in which it is painted, so only its words are compared. */
function inOneOrder(title: string): string {
  if (!/[\u0590-\u08ff]/.test(title)) return title.replace(/\s+/g, ' ')
  return (title.match(/\p{L}+|\p{N}+/gu) ?? []).sort().join(' ')
}

function quoted(line: string | undefined): string {
  return line === undefined ? 'none' : `\`${line}\``
}

function checkFonts({ fonts }: PdfFacts, expected: ExpectedPdf): Problem[] {
  return fonts
    .filter(({ type, embedded }) => type === 'Type3' || !embedded)
    .map(({ name, type }) => {
      const what = type === 'Type3' ? 'drawn as pictures (Type 3)' : 'not embedded'
      return problem(
        expected,
        `the font ${name || 'without a name'} is ${what}; use static TrueType or WOFF2 faces, and no emoji`,
      )
    })
}

function checkFigures({ figures }: PdfFacts, expected: ExpectedPdf): Problem[] {
  const problems: Problem[] = []
  const silent = figures.filter((text) => !text?.trim()).length
  if (figures.length !== expected.figures)
    problems.push(problem(expected, `found ${figures.length} figures, expected ${expected.figures}`))
  if (silent > 0)
    problems.push(problem(expected, `${silent} of ${figures.length} figures have no text; give their svg a role and a name`))
  return problems
}
