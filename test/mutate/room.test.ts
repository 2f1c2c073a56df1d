import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../reproducible/elsewhere.ts'
import { runFolder } from '../run-folder.ts'
import { described, judge, plantMutants } from './room.ts'

const CODE = `export const scale = 3
export const isLarge = (amount: number) => amount > 100
export const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-9
export const double = (amount: number) => amount * 2
export const add = (a: number, b: number) => a + b
export const isNever = (a: number) => !a
`

const TESTS = `import { expect, test } from 'vitest'
import { add, double, isLarge, isNear, scale } from '../../src/tiny/tiny.ts'

test('what is read when it is loaded', () => expect(scale).toBe(3))
test('bounds', () => expect([isLarge(99), isLarge(150)]).toEqual([false, true]))
test('differences', () => expect([isNear(1, 1), isNear(1, 2)]).toEqual([true, false]))
test('products', () => expect(double(4)).toBe(8))
`

const ELSEWHERE = `import { expect, test } from 'vitest'
import { add, double } from '../../src/tiny/tiny.ts'

let runs = 0
test('fails the second time', () => {
  expect(double(4)).toBeGreaterThan(0)
  expect(++runs).toBe(1)
})

let sum: number | undefined
test('what is remembered', () => {
  sum ??= add(1, 2)
  expect(sum).toBe(3)
})
`

test('a mutant is noticed by any test of its room, also where another remembers, or fails without it', async () => {
  const project = runFolder('tiny')
  for (const path of ['package.json', 'src/mdx/cached-mdx.ts', 'test/random.ts', 'test/remove-built.ts', 'test/totals.ts'])
    cpSync(join(ROOT, path), join(project, path))
  for (const path of ['test/mutate', 'test/vitest.config.ts']) cpSync(join(ROOT, path), join(project, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  for (const folder of ['src', 'test']) mkdirSync(join(project, folder, 'tiny'))
  writeFileSync(join(project, 'src/tiny/tiny.ts'), CODE)
  writeFileSync(join(project, 'test/tiny/longer.test.ts'), TESTS)
  writeFileSync(join(project, 'test/tiny/short.test.ts'), ELSEWHERE)
  const mutants = plantMutants(project, 'src/tiny', 100, 1)
  const { killed, reached } = await judge(project, 'tiny', 10_000)
  const left = mutants
    .filter(({ number }) => !killed.has(number))
    .map((mutant) => [described(mutant), reached.has(mutant.number)])
  expect(left.sort()).toEqual([
    ['src/tiny/tiny.ts:2:44 `amount > 100` → `amount >= 100`', true],
    ['src/tiny/tiny.ts:3:49 `Math.abs(a - b) < 1e-9` → `Math.abs(a - b) <= 1e-9`', true],
    ['src/tiny/tiny.ts:6:39 `!a` → `a`', false],
  ])
  expect(mutants).toHaveLength(9)
})
