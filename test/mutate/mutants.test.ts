import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../reproducible/elsewhere.ts'
import { runFolder } from '../run-folder.ts'
import { chooseMutants, described, isNoticed } from './mutants.ts'

const TESTS = `import { expect, test } from 'vitest'
import { isLarge } from '../../src/tiny/tiny.ts'

test('bounds', () => expect([isLarge(99), isLarge(150)]).toEqual([false, true]))
`

test('a mutant is noticed where a test of its room fails with it, and not where none asks', () => {
  const project = runFolder('tiny')
  for (const path of ['package.json', 'test/remove-built.ts', 'test/totals.ts', 'test/vitest.config.ts', 'test/mutate'])
    cpSync(join(ROOT, path), join(project, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  for (const folder of ['src', 'test']) mkdirSync(join(project, folder, 'tiny'), { recursive: true })
  writeFileSync(join(project, 'src/tiny/tiny.ts'), 'export const isLarge = (amount: number) => amount > 100\n')
  writeFileSync(join(project, 'test/tiny/tiny.test.ts'), TESTS)
  const found = chooseMutants(project, 'src/tiny', 100, 1).map((mutant) => [
    described(mutant),
    isNoticed(project, mutant, 60_000),
  ])
  expect(found.sort()).toEqual([
    ['src/tiny/tiny.ts:1:44 `amount > 100` → `amount >= 100`', false],
    ['src/tiny/tiny.ts:1:53 `100` → `200`', true],
  ])
})
