import { InputError } from '../util/diagnostic.ts'
import { checkPdf, type ExpectedPdf } from './check-pdf.ts'
import type { PdfFacts } from './facts.ts'
import { type FinishedPdf, type Finishing, finishPdf } from './finish.ts'

/**
 * Makes a document of what the browser printed and checks it; what it must be may hang on what it is, as the number of pages
 * that flow. Returns the bytes to publish. Throws InputError with every problem when it is not as it must be.
 */
export function finishDocument(
  file: string,
  printed: Uint8Array,
  finishing: Finishing,
  expect: (facts: PdfFacts) => ExpectedPdf,
): Uint8Array {
  const { bytes, facts } = finish(file, printed, finishing)
  const problems = checkPdf(facts, expect(facts))
  if (problems.length > 0) throw new InputError(problems)
  return bytes
}

function finish(file: string, printed: Uint8Array, finishing: Finishing): FinishedPdf {
  try {
    return finishPdf(printed, finishing)
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    throw new InputError([{ place: { file }, message }])
  }
}
