import { expect, test } from 'vitest'
import { validateRecords } from '../../data/validate-records.ts'
import { formatDiagnostics, InputError } from '../../src/util/diagnostic.ts'
import { changed, header, rows, said, sound } from './sound-table.ts'

test('the file of the deck is sound', () => {
  expect(said(sound)).toEqual([])
})

const HARMLESS: Record<string, string> = {
  'Windows line endings': sound.replaceAll('\n', '\r\n'),
  'old Mac line endings': sound.replaceAll('\n', '\r'),
  'a byte order mark': `\uFEFF${sound}`,
  'no line ending at the end': sound.trimEnd(),
  'blank lines': sound.replace('\n42,', '\n\n42,').concat('\n\n'),
  'another order of columns': [header, ...rows].map((line) => line.replace(/^([^,]+),([^,]+),/, '$2,$1,')).join('\n'),
  'quotes around every cell': [header, ...rows].map((line) => `"${line.replaceAll(',', '","')}"`).join('\n'),
}

test.each(Object.entries(HARMLESS))('%s: harmless', (_, text) => {
  expect(validateRecords(text, 'data/trade-2023.csv')).toEqual(validateRecords(sound, 'data/trade-2023.csv'))
})

test.each([
  ['a tag', '<img src=x onerror=alert(1)>'],
  ['a script', '</script><script>alert(1)</script>'],
  ['a formula', '=HYPERLINK(A1)'],
])('%s in a cell stays text', (_, name) => {
  const { records, diagnostics } = validateRecords(changed('Libya', name), 'data/trade-2023.csv')
  expect(diagnostics).toEqual([])
  expect(records[0]?.name).toBe(name)
})

test('all mistakes are told at once, also those that follow a ragged row', () => {
  const text = changed('Northern Africa', 'Northern Africa,x')
    .replace('Jordan', '')
    .replace('1400000000,3800000000', '1400000000,9')
  expect(said(text).map((message) => message.replace(/,.*/, ''))).toEqual([
    '2:1 found 11 cells',
    '5:4 country: found nothing',
    '4:22 deficit: found `1400000000`',
  ])
})

test('of many mistakes twenty are printed, from the top, and all are counted', () => {
  const { diagnostics } = validateRecords(sound.replaceAll('000000000', '000000000$'), 'data/trade-2023.csv')
  expect(diagnostics.length).toBeGreaterThan(20)
  const lines = new InputError(diagnostics).message.split('\n')
  expect(lines).toHaveLength(22)
  expect(lines[0]).toMatch(/^data\/trade-2023\.csv:\d+:\d+ /)
  expect(lines.slice(-2)).toEqual([`… and ${diagnostics.length - 20} more`, `${diagnostics.length} problems`])
  expect(formatDiagnostics(diagnostics)).toBe(lines.join('\n'))
})
