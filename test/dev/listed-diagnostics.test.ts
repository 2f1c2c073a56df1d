import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listDiagnostics } from '../../src/dev/listed-diagnostics.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const MINIMAL = join(import.meta.dirname, '../decks/minimal')

test('a mistake comes with its line, as far as there is one', async () => {
  const error = new InputError([
    { location: { file: 'slides/2-beta.mdx', line: 3, column: 17 }, message: 'found `x`' },
    { location: { file: 'gone.csv', line: 3, column: 1 }, message: 'found nothing' },
    { message: 'chart `bars`: no marks' },
  ])
  expect(await listDiagnostics(error, MINIMAL)).toEqual([
    {
      location: 'slides/2-beta.mdx:3:17',
      message: 'found `x`',
      source: '# Beta measures {by.beta.size}, more than {by.gamma.name}',
      at: 16,
    },
    { location: 'gone.csv:3:1', message: 'found nothing' },
    { location: '', message: 'chart `bars`: no marks' },
  ])
})

test('of very many the rest is counted; a fault is told with its stack', async () => {
  const many = new InputError(Array.from({ length: 30 }, (_, index) => ({ message: `no ${index}` })))
  expect(await listDiagnostics(many, MINIMAL)).toHaveLength(21)
  expect((await listDiagnostics(many, MINIMAL)).at(-1)).toEqual({ location: '', message: '… and 10 more' })
  expect((await listDiagnostics(new TypeError('a fault'), MINIMAL))[0]?.message).toMatch(/a fault\n\s+at /)
})
