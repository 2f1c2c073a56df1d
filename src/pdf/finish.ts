import { InputError, type Problem } from '../util/diagnostic.ts'
import { checkPdf, type ExpectedPdf } from './check-pdf.ts'
import { type CompletedPdf, type Completion, completePdf } from './complete.ts'
import { titlesOf } from './facts.ts'
import { PdfFile } from './file.ts'
import { joinPdfs } from './join.ts'
import { checkUa } from './ua/check-ua.ts'

/** What a document must be, and what goes into it that the browser does not know. */
export type Expected = ExpectedPdf & Omit<Completion, 'titles'>

/**
 * Makes a document of the parts that the browser printed, and checks it, last of all against PDF/UA-1; what it must be may hang on how many pages there are,
 * where they flow. Returns the bytes to publish. Throws InputError with every problem when it is not as it must be.
 */
export function finish(parts: Uint8Array | readonly Uint8Array[], expect: Expected | ((pages: number) => Expected)): Uint8Array {
  const expectOf = typeof expect === 'function' ? expect : () => expect
  const { expected, completed } = complete(parts, expectOf)
  refuse(checkPdf(completed.facts, expected))
  refuse(checkUa(expected.file, completed.bytes))
  return completed.bytes
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems)
}

function complete(
  parts: Uint8Array | readonly Uint8Array[],
  expectOf: (pages: number) => Expected,
): { expected: Expected; completed: CompletedPdf } {
  try {
    const printed = joinPdfs([parts].flat())
    const expected = expectOf(countPages(printed))
    const titles = titlesOf(expected.bookmarks)
    return { expected, completed: completePdf(printed, { ...expected, titles }) }
  } catch (error) {
    const { file } = expectOf(0)
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    throw new InputError([{ place: { file }, message }])
  }
}

function countPages(printed: Uint8Array): number {
  const file = new PdfFile(printed)
  return Number(file.dictionary(file.catalog.get('Pages')).get('Count'))
}
