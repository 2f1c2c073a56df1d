import type { UaDocument } from './document.ts'

/** A rule of PDF/UA-1 (ISO 14289-1) as a function of a document. */
export interface UaRule {
  /** The clause, and the tests of it that are covered, as the public veraPDF profile numbers them: `7.2-20`. */
  tests: readonly string[]
  expected: string
  /** What was found instead; nothing when the document keeps the rule. */
  find(document: UaDocument): readonly (string | undefined)[]
}

/** A rule, with its tests separated by spaces. */
export function rule(tests: string, expected: string, find: UaRule['find']): UaRule {
  return { tests: tests.split(' '), expected, find }
}

/** What is found where a condition is not met. */
export function unless(isMet: boolean, found: string): string[] {
  return isMet ? [] : [found]
}
