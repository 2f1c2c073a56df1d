import { expect, test } from 'vitest'
import { diagnosticsAsJson } from '../../src/check/diagnostics-as-json.ts'
import { EnvironmentError, InputError } from '../../src/util/diagnostic.ts'

test('other programs are told each diagnostic once, file by file, with its location', async () => {
  const late = { location: { file: 'a.mdx', line: 9, column: 2 }, message: 'found `x`, expected y' }
  const whole = { message: 'found no slide, expected one' }
  const early = { location: { file: 'a.mdx', line: 1 }, message: 'found `z`, expected y' }
  const { json, found } = await diagnosticsAsJson(() => Promise.reject(new InputError([late, whole, early, late])))
  expect(JSON.parse(json)).toEqual({
    problems: [
      { file: 'a.mdx', line: 1, message: 'found `z`, expected y' },
      { file: 'a.mdx', line: 9, column: 2, message: 'found `x`, expected y' },
      { message: 'found no slide, expected one' },
    ],
  })
  expect(found).toBe(3)
})

test('a deck without mistakes has none', async () => {
  expect(await diagnosticsAsJson(() => Promise.resolve())).toEqual({ json: '{\n  "problems": []\n}', found: 0 })
})

test('what is no mistake of the author is not told as one', async () => {
  const full = new EnvironmentError('the disk is full')
  await expect(diagnosticsAsJson(() => Promise.reject(full))).rejects.toBe(full)
})
