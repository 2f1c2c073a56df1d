import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'

/** A column, in the terms of Frictionless Table Schema. Properties that are not listed here are documentation. */
export interface Field {
  name: string
  /** `string`, `integer` or `number`. */
  type: string
  /** What a number counts, in the plural, for example `dollars`; messages say it. Not part of the standard. */
  unit?: string
  /** What people call it. */
  title?: string
  /** Decimals of its numbers as printed. Not part of the standard. */
  digits?: number
  /** Whether slides and tables tell it although the deck has no words for it; they do unless this is false. Not part of the standard. */
  told?: boolean
  /** A right value; messages show it. */
  example?: string | number
  constraints?: Readonly<Record<string, unknown>>
}

/** The columns of a table, in any order (`fieldsMatch: equal`). */
export interface TableSchema {
  fields: readonly Field[]
  /** Cells that stand for "no figure"; the empty cell unless given. */
  missingValues?: readonly string[]
}

/** The part of a Frictionless data package that describes its tables. */
export interface DataPackage {
  resources: readonly { path: string; schema: TableSchema }[]
}

/** Finds the schema of a table in its data package and lists what is wrong with it. Diagnostics carry the package's file. */
export function schemaOf(
  { resources }: DataPackage,
  path: string,
  packageFile: string,
): { schema: TableSchema; diagnostics: Diagnostic[] } | { diagnostics: Diagnostic[] } {
  const location = { file: packageFile }
  const resource = resources.find((candidate) => candidate.path === path)
  if (resource)
    return { schema: resource.schema, diagnostics: resource.schema.fields.flatMap((field) => faults(field, location)) }
  const paths = resources.map((candidate) => candidate.path)
  return { diagnostics: [{ location, message: `found no resource with the path ${shown(path)}; ${suggest(path, paths)}` }] }
}

function faults({ name, type, constraints: rules = {} }: Field, location: { file: string }): Diagnostic[] {
  const messages = Object.keys(rules)
    .filter((rule) => !Object.hasOwn(constraints, rule))
    .map((rule) => `${name}: unknown constraint ${shown(rule)}; ${suggest(rule, Object.keys(constraints))}`)
  if (!Object.hasOwn(types, type)) messages.push(`${name}: unknown type ${shown(type)}; ${suggest(type, Object.keys(types))}`)
  return messages.map((message) => ({ location, message }))
}

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

/** What a cell holds once it is read by its column's type. */
export type Value = string | number

/** The value of a cell's text, or what the author should do to it. */
export type Reading = { value: Value } | { fix: string }

interface Type {
  /** What is expected, when the column names no unit. */
  noun: string
  read(text: string): Reading
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The types of Table Schema that a column can have. */
export const types: Readonly<Record<string, Type>> = {
  string: { noun: 'text', read: readText },
  integer: { noun: 'a whole number', read: (text) => readNumber(text, /^[+-]?\d+$/, 'write it without decimals') },
  number: { noun: 'a number', read: (text) => readNumber(text, NUMBER) },
}

/** What belongs into a column, for messages: `dollars such as 12500000000`. */
export function expectation({ type, unit, example }: Field): string {
  const noun = unit ?? types[type]?.noun ?? 'text'
  return example === undefined ? noun : `${noun} such as ${example}`
}

function readText(text: string): Reading {
  return text === '' ? { fix: 'write it' } : { value: text }
}

function readNumber(text: string, pattern: RegExp, withoutPoint?: string): Reading {
  if (!pattern.test(text)) return { fix: (NUMBER.test(text) && withoutPoint) || fixFor(text) }
  const value = Number(text)
  // Beyond 2^53 a whole number is silently another one.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return { fix: `keep it within ${Number.MAX_SAFE_INTEGER}, beyond which numbers are not exact` }
  // So small that it is silently nothing.
  if (value === 0 && /[1-9]/.test(text.replace(/e.*$/i, '')))
    return { fix: 'write 0, which it is to the last digit that can be kept' }
  return { value: value === 0 ? 0 : value }
}

function fixFor(text: string): string {
  if (!/\d/.test(text)) return 'write the number in digits'
  if (/^[+-]?[\d.,' _\u00a0\u202f]+$/.test(text)) return 'write the number without separators'
  return 'write the number alone and in full, without sign, unit or word'
}
