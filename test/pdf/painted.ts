import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What stands in a page's content and how it is marked, as pdf.js reads it. */
export interface Painted {
  /** Operators that paint outside every marked sequence. */
  unmarked: number
  /** Artifacts that begin in one saved state and end in another. */
  crossing: number
  /** Marks that are not ended, or ended without a beginning. */
  unbalanced: number
  /** Numbered marks in which no text is painted, and which are no figures. */
  silent: number
  artifacts: number
}

const TEXT = new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText])
const PICTURES = new Set([OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject, OPS.shadingFill])

/** Walks the content of all pages, operator by operator. */
export async function walkPainted(pdf: PDFDocumentProxy): Promise<Painted> {
  const found: Painted = { unmarked: 0, crossing: 0, unbalanced: 0, silent: 0, artifacts: 0 }
  for (let number = 1; number <= pdf.numPages; number++) await walkPage(await pdf.getPage(number), found)
  return found
}

async function walkPage(page: PDFPageProxy, found: Painted): Promise<void> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const open: { tag: string; depth: number; numbered: boolean; says: boolean; left: boolean }[] = []
  let depth = 0
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save) depth++
    if (operator === OPS.restore) {
      depth--
      for (const mark of open) mark.left ||= mark.depth > depth
    }
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag, id] = argsArray[index] as [string | { name: string }, unknown]
      const name = typeof tag === 'string' ? tag : tag.name
      open.push({ tag: name, depth, numbered: typeof id === 'number', says: name === 'Figure', left: false })
    }
    if (operator === OPS.endMarkedContent) {
      const mark = open.pop()
      if (!mark) found.unbalanced++
      if (mark?.tag === 'Artifact') found.artifacts++
      if (mark?.tag === 'Artifact' && (mark.left || mark.depth !== depth)) found.crossing++
      if (mark?.numbered && !mark.says) found.silent++
    }
    if (!paints(operator, argsArray[index])) continue
    if (open.length === 0) found.unmarked++
    if (TEXT.has(operator)) for (const mark of open) mark.says = true
  }
  found.unbalanced += open.length
}

function paints(operator: number, given: unknown): boolean {
  if (operator === OPS.constructPath) return (given as [number])[0] !== OPS.endPath
  return TEXT.has(operator) || PICTURES.has(operator)
}
