import { type Diagnostic, type Location, shown } from '../util/diagnostic.ts'
import { formatSize } from '../util/report.ts'
import type { Bookmark, PdfFacts } from './facts.ts'
import { missingWords } from './pdf-words.ts'

/** What a page must show. */
export interface ExpectedPage {
  /** Where the author finds it, for messages. */
  location?: Location
  /** The id of the slide that it is, for messages. */
  slide?: string
  /** Words that must all be on the page, in any order; spaces, case and hyphens do not count. */
  text: string
  /** What to do where it has lost some of them, if that is known: words for a message. */
  remedy?: string
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
  /** The texts of those that are pictures of slides, and whose they are. */
  pictures?: readonly { text: string; location?: Location }[]
  /** The texts that the pages are made of, and whose they are; for messages on pages that hold several. */
  sources?: readonly ExpectedPage[]
  /** Most bytes that the file may have. */
  most?: number
}

/** Chromium rounds paper sizes; less than this many points is no difference. */
const TOLERANCE = 1

/** At most so many lost words are named for one page. */
const MOST_WORDS = 5

/** Checks a finished PDF before it is published. Returns every diagnostic; none when all is well. */
export function checkPdf(facts: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const checks = [
    checkDocument,
    checkPages,
    checkText,
    checkGlyphs,
    checkBookmarks,
    checkFonts,
    checkFigures,
    checkLinks,
    checkSize,
  ]
  return checks.flatMap((check) => check(facts, expected))
}

function diagnostic({ file }: ExpectedPdf, message: string): Diagnostic {
  return { location: { file }, message }
}

function checkDocument(facts: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const same = (what: string, found: string, wanted: string) => {
    if (found !== wanted) diagnostics.push(diagnostic(expected, `found the ${what} \`${found}\`, expected \`${wanted}\``))
  }
  same('title', facts.title, expected.title)
  same('language', facts.language, expected.language)
  return diagnostics
}

function checkPages({ pages }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const found = `found ${pages.length} pages, expected ${expected.pages.length}`
  if (pages.length < expected.pages.length) diagnostics.push(diagnostic(expected, found))
  if (pages.length > expected.pages.length) diagnostics.push(tooFull(pages, expected, found))
  const wrong = pages.findIndex(({ width, height }) => differs(width, expected.width) || differs(height, expected.height))
  const page = pages[wrong]
  if (page) {
    const size = `${page.width} × ${page.height} points, expected ${expected.width} × ${expected.height}`
    diagnostics.push(diagnostic(expected, `page ${wrong + 1} is ${size}; see @page in the style sheet`))
  }
  return diagnostics
}

/** More pages than there should be: the first that lacks some of its words has them on the next. */
function tooFull(pages: PdfFacts['pages'], expected: ExpectedPdf, found: string): Diagnostic {
  const full = expected.pages.findIndex(({ text }, index) => missingWords(text, pages[index]?.text ?? '').length > 0)
  const which = full === -1 ? '' : `: page ${full + 1} holds more than fits on it`
  const message = `${found}${which}; shorten it, or move a part of it to another`
  const location = expected.pages[full]?.location
  return location ? { location, message: `${expected.file}: ${message}` } : diagnostic(expected, message)
}

function differs(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) >= TOLERANCE
}

/** Only when the pages correspond; otherwise every page would be reported. */
function checkText({ pages }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  if (pages.length !== expected.pages.length) return []
  return expected.pages.flatMap(({ text, location, remedy = '' }, index) => {
    const page = pages[index]
    const at = location ?? { file: expected.file }
    const told = missingWords(text, page?.told ?? '')
    const boxes = lettersOf(page?.lost ?? [], text, page?.text ?? '')
    const lost = told.length > 0 ? missingWords(told.join(' '), page?.text ?? '').filter((word) => !holdsAny(word, boxes)) : []
    const untold = told.filter((word) => !lost.includes(word) && !holdsAny(word, boxes))
    const diagnostics: Diagnostic[] = []
    const say = ([said = '']: readonly string[], message: string) =>
      diagnostics.push({ location: at, said, message: `page ${index + 1} of ${expected.file} ${message}` })
    if (lost.length > 0) say(lost, `has lost ${listed(lost)}; the fonts lack a character, or the text is cut off${remedy}`)
    if (untold.length > 0)
      say(untold, `shows ${listed(untold)} but does not read it out; take away what hides it from screen readers`)
    return diagnostics
  })
}

/** Letters that no font has are printed as boxes, whatever the text beside them says. */
function checkGlyphs({ pages }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const isKnown = pages.length === expected.pages.length
  return pages.flatMap(({ lost, text }, index) => {
    if (lost.length === 0) return []
    const page = isKnown ? expected.pages[index] : undefined
    const letters = lettersOf(lost, page?.text ?? '', text)
    const what = letters.length > 0 ? listed(letters) : 'letters'
    const which = page?.slide === undefined ? '' : `, slide ${page.slide},`
    const message = `page ${index + 1} of ${expected.file}${which} prints ${what} as boxes, since no font has them; write them in other letters, or give the theme a font that has them`
    return [{ location: page?.location ?? locationOf(letters, expected) ?? { file: expected.file }, message }]
  })
}

/** Where the letters stand that are printed as boxes, on a page of which several files are told. */
function locationOf(letters: readonly string[], { sources = [] }: ExpectedPdf): Location | undefined {
  return sources.find(({ text }) => letters.some((one) => text.includes(one)))?.location
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The letters that are printed as boxes, each once: those that are known, and those of the expected text that its page does not have. */
function lettersOf(lost: readonly string[], expected: string, found: string): string[] {
  const letters = lost.filter((one) => one !== '')
  if (lost.length > letters.length) {
    const missing = [...GRAPHEMES.segment(expected)]
      .map(({ segment }) => segment)
      .filter((one) => missingWords(one, found).length > 0)
    letters.push(...missing)
  }
  return [...new Set(letters)]
}

function holdsAny(word: string, letters: readonly string[]): boolean {
  return letters.some((one) => word.includes(one) || one.includes(word))
}

function listed(words: readonly string[]): string {
  const named = words.slice(0, MOST_WORDS).map((word) => `\`${word}\``)
  return `${named.join(', ')}${words.length > MOST_WORDS ? `, … (${words.length})` : ''}`
}

function checkBookmarks({ bookmarks }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const found = flatten(bookmarks)
  const wanted = flatten(expected.bookmarks)
  const first = wanted.findIndex((line, index) => line !== found[index])
  if (first === -1 && found.length === wanted.length) return []
  const at = first === -1 ? wanted.length : first
  return [diagnostic(expected, `bookmark ${at + 1} of ${wanted.length} is ${quoted(found[at])}, expected ${quoted(wanted[at])}`)]
}

/** One line a bookmark, indented by its depth. */
function flatten(bookmarks: readonly Bookmark[], indent = ''): string[] {
  return bookmarks.flatMap(({ title, children }) => [
    indent + title.trim().replace(/\s+/g, ' '),
    ...flatten(children, `${indent}› `),
  ])
}

function quoted(line: string | undefined): string {
  return line === undefined ? 'none' : `\`${line}\``
}

function checkFonts({ fonts }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  return fonts
    .filter(({ type }) => type === 'Type3')
    .map(({ name }) => {
      const what = `the font ${name || 'without a name'} is drawn as pictures (Type 3)`
      return diagnostic(expected, `${what}; use static TrueType or WOFF2 faces, and no emoji`)
    })
}

function checkFigures({ figures }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const silent = figures.filter((text) => !text?.trim()).length
  const lost = lostPictures(figures, expected)
  diagnostics.push(...lost)
  if (figures.length !== expected.figures && lost.length === 0)
    diagnostics.push(diagnostic(expected, `found ${figures.length} figures, expected ${expected.figures}`))
  if (silent > 0)
    diagnostics.push(
      diagnostic(expected, `${silent} of ${figures.length} figures have no text; give their svg a role and a name`),
    )
  return diagnostics
}

/** A picture that is beyond the edge of its page is no figure of the document. */
function lostPictures(figures: PdfFacts['figures'], { file, pictures = [] }: ExpectedPdf): Diagnostic[] {
  const rest = figures.map(comparable)
  return pictures.flatMap(({ text, location = { file } }) => {
    const at = rest.indexOf(comparable(text))
    if (at >= 0) rest.splice(at, 1)
    const message = `the picture ${shown(text)} is not on its page of ${file}: it has no room there, or its file is damaged; make it smaller, say less above it, or save it anew`
    return at >= 0 ? [] : [{ location, message }]
  })
}

/** A text as it is compared: spaces and the marks around figures in other scripts are written in several ways. */
function comparable(text = ''): string {
  return text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A link that goes over several lines is one diagnostic. */
function checkLinks({ pages }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  const messages = pages.flatMap(({ links }, index) => {
    const silent = links.filter(({ description }) => description === '')
    return silent.map(({ url }) => {
      const to = url === undefined ? 'within the document' : `to ${url}`
      return `a link ${to} on page ${index + 1} says nothing; give it a text, or a picture that has one`
    })
  })
  return [...new Set(messages)].map((message) => diagnostic(expected, message))
}

function checkSize({ size, pages }: PdfFacts, expected: ExpectedPdf): Diagnostic[] {
  if (expected.most === undefined || size <= expected.most) return []
  const heaviest = pages.reduce((most, { weight }, index) => (weight > (pages[most]?.weight ?? 0) ? index : most), 0)
  const page = `page ${heaviest + 1} alone has ${formatSize(pages[heaviest]?.weight ?? 0)}`
  const limit = `expected at most ${formatSize(expected.most)} for ${pages.length} pages`
  return [
    diagnostic(expected, `has ${formatSize(size)}, ${limit}; ${page}: draw its figures with fewer marks or simpler outlines`),
  ]
}
