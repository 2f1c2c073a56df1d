import type { UaDocument } from './document.ts'

/** A rule of PDF/UA-1 (ISO 14289-1) as a function of a document. */
export interface UaRule {
  /** The clause, and the tests of it that are covered, as the public veraPDF profile numbers them: `7.2-20`. */
  tests: readonly string[]
  expected: string
  /** What was found instead, each once; nothing when the document keeps the rule. */
  find(document: UaDocument): Iterable<string | undefined>
}
