import { messagesOf } from '../../messages/messages.ts'
import type { Sheet } from '../../story/handout.ts'

/** Paper sizes and their margins in mm: top, sides, bottom. Letter is shorter, so it has less of them, lower figures, and articles in smaller type (pt). */
const PAPERS = {
  a4: { size: 'A4', width: 210, height: 297, margins: [20, 15, 17], figures: 1, article: 10.8 },
  letter: { size: 'letter', width: 215.9, height: 279.4, margins: [17, 18, 14], figures: 0.89, article: 10.4 },
} as const

/** Top margin of the cover, which has no running header, in mm. */
const COVER_TOP = 12
/** A sheet is this much shorter than its page, in mm, so that no rounding makes a second one. */
const SLACK = 0.3

/** A size of paper that documents can be made for. */
export type Paper = keyof typeof PAPERS

/** Width and height of a paper in points. */
export function paperSize(paper: Paper): { width: number; height: number } {
  const { width, height } = PAPERS[paper]
  return { width: (width / 25.4) * 72, height: (height / 25.4) * 72 }
}

/** How high figures are on a paper, of the height they have on A4. */
export function figureScale(paper: Paper): number {
  return PAPERS[paper].figures
}

/** Width of a page between its margins, in mm. */
export function contentWidth(paper: Paper): number {
  const { width, margins } = PAPERS[paper]
  return width - 2 * margins[1]
}

/** What runs through all pages. */
interface Imprint {
  /** BCP 47. */
  lang: string
  title: string
  source: string
}

/** The heights, in points over the lower edge of a page (from 0), between which its own content stands; above is the running header, below the footer. */
export function runningTitles(paper: Paper, hasCover: boolean): (page: number) => { header: number; footer: number } {
  const { height, margins } = PAPERS[paper]
  const points = (mm: number) => (mm / 25.4) * 72
  const footer = points(margins[2])
  return (page) => ({ header: points(height - (hasCover && page === 0 ? 0 : margins[0])), footer })
}

/** How much of a page its parts may take, in mm. */
function sheetHeight(paper: Paper): number {
  const { height, margins } = PAPERS[paper]
  return height - margins[0] - margins[2] - SLACK
}

/**
 * The style rules of the paper: size, margins, and the running header of each page, which CSS can only set by page name.
 * Without sheets the document's title runs through. A cover has no running header and takes its place.
 */
export function pageRules(
  paper: Paper,
  sheets: readonly Sheet[],
  { lang, title, source }: Imprint,
  hasCover = sheets.length > 0,
): string {
  const { size, height, margins, article } = PAPERS[paper]
  const [top, sides, bottom] = margins
  const headers = [...new Set(sheets.map(({ header }) => header))]
  return [
    `:root{--sheet:${sheetHeight(paper)}mm;--cover:${height - COVER_TOP - bottom - SLACK}mm;--article:${article}pt}`,
    ...(hasCover ? [`@page:first{margin-top:${COVER_TOP}mm}`] : []),
    `@page{size:${size};margin:${top}mm ${sides}mm ${bottom}mm;@top-left{content:${cssString(title)}}@top-right{content:${cssString(sheets.length > 0 ? title : '')}}@bottom-left{content:${cssString(source)}}@bottom-right{content:${pageCount(lang)}}}`,
    ...headers.map((header) => `@page ${pageName(sheets, header)}{@top-left{content:${cssString(header)}}}`),
  ].join('\n')
}

/** `page 3 of 12` with the counters of CSS. */
function pageCount(lang: string): string {
  const parts = messagesOf(lang)
    .paper.page.split(/(\{\w+\})/)
    .filter((part) => part !== '')
  return parts.map((part) => (/^\{/.test(part) ? `counter(${part.slice(1, -1)})` : cssString(part))).join(' ')
}

/** The name of the pages with this header. */
export function pageName(sheets: readonly Sheet[], header: string): string {
  return `sheet-${sheets.findIndex((sheet) => sheet.header === header)}`
}

/** Text as CSS has it; what could end the string or the style element is written as its code. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n\r\f]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
