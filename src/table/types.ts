import type { Field } from './schema.ts'

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
