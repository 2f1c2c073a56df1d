import { type Diagnostic, InputError } from '../util/diagnostic.ts'
import { checkPdf, type ExpectedPdf } from './check-pdf.ts'
import { type Completion, completePdf } from './complete.ts'
import { titlesOf } from './facts.ts'
import { joinPdfs } from './join.ts'
import { listPages } from './page-tree.ts'
import { checkUa } from './ua/check-ua.ts'

/** What a document must be, and what goes into it that the browser does not know. */
export type Expected = ExpectedPdf & Omit<Completion, 'titles'>

/**
 * Makes a document of the parts that the browser printed, and checks it, last of all against PDF/UA-1; what it must be may hang on how many pages there are,
 * where they flow. Returns the bytes to publish. Throws InputError with every diagnostic when it is not as it must be.
 */
export function finish(parts: readonly Uint8Array[], expect: Expected | ((pages: number) => Expected)): Uint8Array {
  const expectOf = typeof expect === 'function' ? expect : () => expect
  const { file } = expectOf(0)
  const printed = read(file, () => joinPdfs(parts))
  const expected = expectOf(listPages(printed).length)
  const { bytes, facts } = read(file, () => completePdf(printed, { ...expected, titles: titlesOf(expected.bookmarks) }))
  refuse(checkPdf(facts, expected))
  refuse(read(file, () => checkUa(file, bytes)))
  return bytes
}

/** Whatever is wrong with the bytes is a diagnostic of the document. */
function read<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    throw new InputError([{ location: { file }, message }])
  }
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new InputError(diagnostics)
}
