import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateRecords } from '../../data/validate-records.ts'
import { formatDiagnostic, formatDiagnostics, InputError } from '../../src/util/diagnostic.ts'

const sound = readFileSync(new URL('../../data/trade-2023.csv', import.meta.url), 'utf8')
const [header = '', ...rows] = sound.trimEnd().split('\n')

/** What is said of a changed file, each diagnostic without the file's name. */
function said(text: string): string[] {
  const { diagnostics } = validateRecords(text, 'data/trade-2023.csv')
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replace('data/trade-2023.csv:', ''))
}

/** The sound file with one piece of it replaced; the piece must be there. */
function changed(piece: string, by: string): string {
  expect(sound).toContain(piece)
  return sound.replace(piece, by)
}

test('the file of the deck is sound', () => {
  expect(said(sound)).toEqual([])
})

/** What the data package and the deck ask of this table; what every table must keep to is tried in test/hostile. */
const FAULTS: readonly (readonly [piece: string, by: string, said: string])[] = [
  [',6173,', ',6173.5,', '2:62 gdp_per_capita: found `6173.5`, expected dollars such as 6173; write it without decimals'],
  [
    ',6173,',
    ',n/a,',
    '2:62 gdp_per_capita: found `n/a`, expected dollars such as 6173; write the number in digits, or `N/A` where there is none',
  ],
  [
    ',45100000000,',
    ',,',
    '2:50 gdp: found nothing, expected dollars such as 45100000000; write the number in digits, or `N/A` where there is none',
  ],
  ['Libya', '', '2:4 country: found nothing, expected text such as Trinidad and Tobago; write it'],
  [',1100000000,', ',N/A,', '2:18 deficit: found `N/A`, expected dollars such as 12500000000; every row needs one'],
  [',1100000000,', ',999999999,', '2:18 deficit: found `999999999`, expected at least 1000000000; correct it'],
  [
    'South America',
    'Suoth America',
    '4:63 location: found `Suoth America`, expected a listed value; did you mean `South America`? known: Australia and New Zealand, Caribbean, Central America, Central Asia, Eastern Africa, Eastern Asia, Eastern Europe (including Northern Asia), Melanesia, Micronesia, Middle Africa, Northern Africa, Northern America, … (22)',
  ],
  [
    ',012,',
    ',12,',
    '9:16 iso_numeric: found `12`, expected three digits such as 012; the rule is `[0-9]{3}`; keep leading zeros, which spreadsheets drop',
  ],
  [
    '1400000000,3800000000,2400000000',
    '1400000000,4100000000,2400000000',
    '4:22 deficit: found `1400000000`, expected exports_to_us − imports_from_us = 1700000000, give or take 150000000 for rounding; correct one of the three',
  ],
  [
    '27400000000,20016',
    '27400000000,N/A',
    '3:77 gdp_per_capita: found `N/A`, expected a figure as gdp has one; give both or neither',
  ],
  ['45100000000,6173', 'N/A,6173', '2:50 gdp: found `N/A`, expected a figure as gdp_per_capita has one; give both or neither'],
  ['Jordan', 'libya!', '5:4 country: found `libya!`, whose id `libya` is that of `Libya`; rename one'],
  ['Libya', '???', '2:4 country: found `???`, expected letters or digits for its id'],
  [rows.find((row) => row.startsWith('17,')) ?? '', '', '2:1 rank: found `43`, expected each of 42 to 1 once; no row has 17'],
  [
    `${rows[0]}\n${rows[1]}`,
    `${rows[1]}\n${rows[0]}`,
    '3:1 rank: found `43` under `42`, expected ranks to fall to 1; move the row',
  ],
  [
    '1700000000,4400000000,2700000000',
    '1600000000,4300000000,2700000000',
    '6:22 deficit: found `1600000000`, expected at least `1700000000` of the row above; correct the rank or the deficit',
  ],
]

test.each(FAULTS)('`%s` made `%s`', (piece, by, expected) => {
  expect(said(changed(piece, by))).toEqual([expected])
})

test('another order of columns is harmless', () => {
  const turned = [header, ...rows].map((line) => line.replace(/^([^,]+),([^,]+),/, '$2,$1,')).join('\n')
  expect(validateRecords(turned, 'data/trade-2023.csv')).toEqual(validateRecords(sound, 'data/trade-2023.csv'))
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
