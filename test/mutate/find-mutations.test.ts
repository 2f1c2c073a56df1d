import { expect, test } from 'vitest'
import { findMutations, mutate } from './find-mutations.ts'

test.for([
  ['a < b', ['(a <= b)']],
  ['a && b', ['(a || b)']],
  ['f(a ?? b)', ['f((a))']],
  ["f(a ?? '', b ?? [], c ?? {})", []],
  ['a > 1e-9', ['(a >= 1e-9)']],
  ['a < b ? -1 : 1', ['(-1)', '(1)']],
  ["a = process.platform === 'win32' ? 2 : b", ["a = process.platform === 'win32' ? (4) : b"]],
  ['a instanceof Error ? b : 2', ['a instanceof Error ? b : (4)']],
  ['a instanceof Error && b === c', ['a instanceof Error && (b !== c)']],
  [
    'const [a = 0, b = 1] = c; const { d = 0 } = e',
    ['const [a = 0, b = (2)] = c; const { d = 0 } = e', 'const [a = 0, b = 1] = c; const { d = (1) } = e'],
  ],
  ['if (!a.has(b)) a.set(b, c)', ['if ((false)) a.set(b, c)', 'if ((a.has(b))) a.set(b, c)']],
  ['a = !b', ['a = (b)']],
  ['a = [0, 1.5]', ['a = [(1), 1.5]', 'a = [0, (3)]']],
  ['a = b ? c : d', ['a = (c)', 'a = (d)']],
  ['if (a) b()', ['if ((true)) b()', 'if ((false)) b()']],
  ['(a as 1 | 2) === b', ['((a as 1 | 2) !== b)']],
  ['type A = 1 | true; const a: Array<2> = b', []],
  ['a = { 1: b }', []],
  ["import a from '1' with { type: 'json' }; const b = 'text'", []],
] as const)('%s', ([code, mutated]) => {
  expect(findMutations(code).map((mutation) => mutate(code, mutation))).toEqual(mutated)
})
