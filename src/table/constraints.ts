import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { Field } from './schema.ts'
import { expectation, type Value } from './types.ts'

/** A cell that is judged: its column, its text, its value, and the line that first had the same value. */
export interface Candidate {
  field: Field
  text: string
  value: Value | null
  firstLine: number | undefined
}

/** Says what is wrong, or nothing. `limit` is the constraint's own value in the schema. */
type Constraint = (candidate: Candidate, limit: unknown) => string | undefined

/** The constraints of Table Schema that a column can have. All but `required` leave a missing value alone. */
export const constraints: Readonly<Record<string, Constraint>> = {
  required: ({ field, value }, limit) =>
    limit === true && value === null ? `expected ${expectation(field)}; every row needs one` : undefined,
  unique: ({ firstLine }, limit) =>
    limit === true && firstLine !== undefined
      ? `expected each value once; line ${firstLine} has it already, correct or remove one`
      : undefined,
  enum: ({ text, value }, limit) =>
    Array.isArray(limit) && value !== null && !limit.includes(value)
      ? `expected a listed value; ${suggest(text, limit.map(String))}`
      : undefined,
  pattern: ({ field, text, value }, limit) =>
    value !== null && !new RegExp(`^(?:${limit})$`, 'u').test(text)
      ? `expected ${expectation(field)}; ${patternFix(text, limit)}`
      : undefined,
  minimum: ({ value }, limit) =>
    typeof value === 'number' && value < Number(limit)
      ? `expected at least ${limit}; ${value < 0 ? 'write it without the minus sign' : 'correct it'}`
      : undefined,
  maximum: ({ value }, limit) =>
    typeof value === 'number' && value > Number(limit) ? `expected at most ${limit}; correct it` : undefined,
}

/** What is wrong with a cell by the constraints of its column, one message each. */
export function violations(candidate: Candidate): string[] {
  return Object.entries(candidate.field.constraints ?? {}).flatMap(([name, limit]) => {
    const message = constraints[name]?.(candidate, limit)
    return message === undefined ? [] : [`found ${shown(candidate.text)}, ${message}`]
  })
}

function patternFix(text: string, pattern: unknown): string {
  const rule = `the rule is ${shown(String(pattern))}`
  return /^\d+$/.test(text) ? `${rule}; keep leading zeros, which spreadsheets drop` : rule
}
