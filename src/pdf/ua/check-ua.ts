import type { Diagnostic } from '../../util/diagnostic.ts'
import { openUaDocument, type UaRule } from './document.ts'
import { ANNOTATION_RULES, CONTENT_RULES, DOCUMENT_RULES } from './document-rules.ts'
import { FONT_RULES } from './font-rules.ts'
import { STRUCTURE_RULES, TABLE_RULES } from './structure-rules.ts'

/** All that a program can test of PDF/UA-1, in the order of the standard's subjects. */
export const UA_RULES: readonly UaRule[] = [
  ...DOCUMENT_RULES,
  ...STRUCTURE_RULES,
  ...TABLE_RULES,
  ...CONTENT_RULES,
  ...ANNOTATION_RULES,
  ...FONT_RULES,
]

/** Checks a finished document against PDF/UA-1 before it is published. Returns a diagnostic for each rule that it breaks. Throws when the bytes are no whole PDF. */
export function checkUa(file: string, bytes: Uint8Array): Diagnostic[] {
  const document = openUaDocument(bytes)
  return UA_RULES.flatMap(({ tests, expected, find }) => {
    const found = [...new Set(find(document))]
    if (found.length === 0) return []
    const message = `breaks PDF/UA-1, ${tests.join(', ')}: found ${found.join(', ')}, expected ${expected}; this is a fault of the generator, please report it`
    return [{ location: { file }, message }]
  })
}
