import { expect, test } from 'vitest'
import { findMutations, mutate } from './find-mutations.ts'

test.for([
  ['a < b', ['a <= b']],
  ['a && b', ['a || b']],
  ['f(a ?? b)', ['f((a))']],
  ['a = !b', ['a = (b)']],
  ['a = [0, 1.5]', ['a = [(1), 1.5]', 'a = [0, (3)]']],
  ['a = b ? c : d', ['a = (c)', 'a = (d)']],
  ['if (a) b()', ['if ((true)) b()', 'if ((false)) b()']],
  ['(a as 1 | 2) === b', ['(a as 1 | 2) !== b']],
  ['type A = 1 | true; const a: Array<2> = b', []],
  ["import a from '1' with { type: 'json' }; const b = 'text'", []],
] as const)('%s', ([code, mutated]) => {
  expect(findMutations(code).map((mutation) => mutate(code, mutation))).toEqual(mutated)
})
