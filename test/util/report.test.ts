import { describe, expect, test } from 'vitest'
import { createReport, formatSize } from '../../src/util/report.ts'

function record(interactive: boolean) {
  let text = ''
  let clock = 0
  const write = (part: string) => {
    text += part
  }
  const now = () => {
    clock += 250
    return clock
  }
  const report = createReport({ interactive, write }, now)
  return { report, text: () => text }
}

test('away from a terminal it prints a plain line for each finished step', async () => {
  const { report, text } = record(false)
  expect(await report.step('bundle', () => 7)).toBe(7)
  expect(text()).toBe(`  ${'bundle'.padEnd(24)} 0.25 s\n`)
})

test('in a terminal it shows what is running and overwrites it', async () => {
  const { report, text } = record(true)
  await report.step('print', () => undefined)
  expect(text()).toContain('print …')
  expect(text().endsWith('\r\u001b[K')).toBe(true)
})

test('a step that fails is told and passes its error on', async () => {
  const { report, text } = record(false)
  await expect(report.step('print', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(text()).toContain('print')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [34_400, '34 KB'],
  [1_240_000, '1.2 MB'],
])('%d bytes are %s', (bytes, text) => expect(formatSize(bytes)).toBe(text))

describe('progress', () => {
  const told = (interactive: boolean) => {
    let [text, time] = ['', 0]
    const report = createReport({ write: (part) => (text += part), interactive }, () => time)
    for (const done of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      report.progress?.('video', done, 8)
      time += 1000
    }
    return text
  }

  test('is told at each quarter with the time that is left, from how long it took so far', () => {
    expect(told(false)).toBe('  video 25 %, about 6 s left\n  video 50 %, about 4 s left\n  video 75 %, about 2 s left\n')
  })

  test('stands in the line of a terminal while its step runs', async () => {
    let text = ''
    const report = createReport({ write: (part) => (text += part), interactive: true }, () => 0)
    await report.step('video', () => report.progress?.('video', 1, 4))
    expect(text).toContain('\r\u001b[K  video 25 %, about 0 s left …')
  })
})
