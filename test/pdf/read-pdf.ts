import { readElements } from '../../src/pdf/elements.ts'
import { gatherFacts, linkTexts, type PdfFacts } from '../../src/pdf/facts.ts'
import { PdfFile } from '../../src/pdf/file.ts'
import { readPages } from '../../src/pdf/page-tree.ts'

/** Reads a PDF that Chromium wrote, or we. Throws when the bytes are no whole PDF. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const file = new PdfFile(bytes)
  const elements = readElements(file)
  const pages = readPages(file)
  return gatherFacts(file, pages, elements, linkTexts(elements, pages), bytes.length)
}
