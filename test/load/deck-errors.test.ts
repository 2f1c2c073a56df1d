import { expect, test } from 'vitest'
import { evaluationError } from '../../src/load/deck-errors.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const code = [
  '// ../../src/format.ts',
  'function print() {}',
  '// data/records.ts',
  'const records = load()',
  'print(records)',
].join('\n')
const BUNDLE = { code }

/** An error that passed through these lines of the bundle, the innermost first. */
function thrown(message: string, ...lines: number[]): Error {
  const error = new RangeError(message)
  error.stack = `RangeError: ${message}\n${lines.map((line) => `    at x (/deck/deck.cjs:${line}:7)`).join('\n')}`
  return error
}
const said = (error: unknown) => (error instanceof InputError ? error.message : error)

test("the author's module is named, and the code that failed", () => {
  expect(said(evaluationError(thrown('no luck', 4), BUNDLE))).toBe(
    'data/records.ts failed: no luck; see `const records = load()`',
  )
})

test('of what the machine refuses, the module that asked for it is named', () => {
  expect(said(evaluationError(thrown('no number', 2, 5), BUNDLE))).toBe('data/records.ts failed: no number; see `print(records)`')
})

test('a failure that no module of the deck had a part in stays a fault', () => {
  const fault = thrown('our own', 2)
  expect(evaluationError(fault, BUNDLE)).toBe(fault)
  const elsewhere = new Error('elsewhere')
  expect(evaluationError(elsewhere, BUNDLE)).toBe(elsewhere)
})

test('diagnostics of the data are handed on as they are', () => {
  const error = Object.assign(new Error('two'), { name: 'InputError', diagnostics: [{ message: 'one' }, { message: 'two' }] })
  expect(said(evaluationError(error, BUNDLE))).toBe('one\ntwo\n2 problems')
})

test('what is no error is told too', () => {
  expect(said(evaluationError('no luck', BUNDLE))).toBe('a module of the deck threw `no luck`, expected it to leave its values')
})
