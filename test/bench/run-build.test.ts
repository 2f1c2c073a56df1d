import { expect, test } from 'vitest'
import { createReport } from '../../src/util/report.ts'
import { readVerbose } from './run-build.ts'

test('reads the steps as the report writes them', async () => {
  const lines: string[] = []
  let clock = 0
  const report = createReport({ write: (text) => lines.push(text), interactive: false }, () => clock)
  await report.step('read deck', () => {
    clock += 640
  })
  report.line('Written to 3 s')
  report.line('peak memory 241 MB')
  expect(readVerbose(lines.join(''))).toEqual({ steps: new Map([['read deck', 0.64]]), peak: 241 })
})

test('a build that tells no memory has none', () => {
  expect(readVerbose('').peak).toBeNaN()
})
