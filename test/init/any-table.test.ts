import { describe, expect, test } from 'vitest'
import type { Overrides } from '../../src/init/overrides.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { inferred, lines, told, values } from './tell-inferred.ts'

test('one table in every encoding that spreadsheets write', () => {
  const text = lines('Bär;Größe', 'Äbä;1,5', 'Öx;12,25')
  const forms = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(text, 'latin1'),
  ]
  expect(forms.map((bytes) => told(inferred(bytes)))).toEqual(forms.map(() => 'Bär by Größe; de'))
  expect(inferred(Buffer.from(text, 'latin1')).notes).toContain('read as Windows-1252, since it is no UTF-8')
})

const ASKED: [what: string, file: string, flag: string, candidates: readonly string[]][] = [
  [
    'several measures in no order',
    lines('Name,Mass,Radius,Heat', 'Aba,1.5,3,9', 'Bex,0.5,7,4', 'Cor,2.5,5,6'),
    'value',
    ['Mass', 'Radius', 'Heat'],
  ],
  ['years alone', lines('Name,Start,End', 'Aba,1702,1714', 'Bex,1714,1727', 'Cor,1727,1760'), 'value', ['Start', 'End']],
  ['one column twice', lines('Name,Size,Size', 'Aba,5,2', 'Bex,9,7', 'Cor,1,8'), 'value', ['Size', 'Size (2)']],
  ['what rises with the years', lines('year,wheat,wages', '1600,5,9', '1610,3,12', '1620,4,8'), 'value', ['wheat', 'wages']],
  [
    'times in no order',
    lines('Runner,Time', 'Aba,2:10:00', 'Bex,2:05:00', 'Cor,2:07:00'),
    'first',
    ['smallest', 'largest', 'file'],
  ],
  ['years in no order', lines('Town,Founded', 'Aba,1500', 'Bex,1100', 'Cor,1300'), 'first', ['smallest', 'largest', 'file']],
  [
    'several tables of a page',
    '<table><tr><th>Name<th>A<tr><td>Aba<td>1</table><table><tr><th>Name<th>B<tr><td>Aba<td>2</table>',
    'sheet',
    ['1', '2'],
  ],
]

describe('asked, not guessed', () => {
  test.each(ASKED)('%s', (_, text, flag, candidates) => {
    const error = caught(() => inferred(text))
    if (!(error instanceof ChoiceError)) throw error
    expect([error.choice.flag, error.choice.candidates.map(({ value }) => value)]).toEqual([flag, candidates])
    expect(error.message).toContain(`--${flag}`)
    // Every way out that is named works.
    for (const value of candidates) expect(told(inferred(text, { first: 'largest', [flag]: value }))).toContain('by')
  })
})

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

const REFUSED: [what: string, file: string | Uint8Array, message: string][] = [
  ['a PDF', '%PDF-1.7 and so on', 'list.csv:1:1 found a PDF document, expected a table; copy'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a workbook of Excel before 2007'],
  ['a damaged workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'list.csv:1:1 found a damaged workbook'],
  ['a page without a table', '<!doctype html><p>Nothing</p>', 'found an HTML page without a table'],
  ['a long row', lines('Name,Size', 'Aba,1,234', 'Bex,12'), 'list.csv:2:1 found 3 cells, expected 2 as in line 1'],
  ['a column that is not there', lines('Name,Size', 'Aba,5'), '--value: found no column `Sise`'],
  [
    'names once for each sex',
    lines('Town,Sex,Size', 'Aba,f,5', 'Aba,m,6', 'Bex,f,7', 'Bex,m,8', 'Cor,f,9', 'Cor,m,1'),
    'found each `Town` 2 times, once for every `Sex`',
  ],
  [
    'numbers that are not exact',
    lines('Star,Mass', 'Aba,1.5×10³⁰ kg', 'Bex,2e29 kg'),
    'list.csv:2:5 Mass: found `1.5×10³⁰ kg`, expected numbers within',
  ],
  [
    'a measure that cannot be read beside another column',
    lines('Name,Salary,Rooms', 'Aba,50-60k,3', 'Bex,40-50k,5', 'Cor,70-80k,2'),
    'list.csv:2:5 Salary: found `50-60k`, expected a number as this column seems to hold',
  ],
  ['sentences', 'Dear all,\nthis is no table.\n', 'the file lacks a column of numbers'],
]

describe('refused, with a way out', () => {
  test.each(REFUSED)('%s', (what, file, message) => {
    const error = caught(() => inferred(file, what.includes('not there') ? { value: 'Sise' } : {}))
    expect(error).toBeInstanceOf(InputError)
    expect(String(error)).toContain(message)
  })
})

describe('what the author says goes before', () => {
  const text = lines('Rank,Name,Kind,Age,Size', '1,Aba,x,30,9', '2,Bex,y,10,7', '3,Cor,x,20,5', '4,Dun,y,40,3')
  test.each([
    [{}, 'Name by Size; rank Rank; group Kind'],
    [{ value: 'Age' }, 'Name by Age; rank Rank; group Kind'],
    [{ value: 'age', rank: 'none' }, 'Name by Age; group Kind'],
    [{ first: 'smallest' }, 'Name by Size; smallest; group Kind'],
    [{ first: 'file', rank: 'none' }, 'Name by Size; file; group Kind'],
    [{ group: 'none', unit: 'km' }, 'Name by Size in km; rank Rank'],
    [{ name: 'Kind' }, 'Kind by Size; rank Rank'],
  ] satisfies [Overrides, string][])('%j', (overrides, expected) => expect(told(inferred(text, overrides))).toBe(expected))

  test('the first few are told, the rest is counted', () => {
    const { draft } = inferred(text, { top: 3, rank: 'none' })
    expect([draft.rows, draft.rest]).toEqual([[0, 1, 2], { count: 1, value: 3 }])
  })

  test('a unit that multiplies', () => {
    expect(values(inferred(text, { unit: 'USD million' }))).toEqual([9e6, 7e6, 5e6, 3e6])
  })

  test('the title', () => expect(inferred(text, { title: 'All of it' }).draft.title).toBe('All of it'))
})

test('ranks that do not follow the values are told', () => {
  const text = lines('Rank,Name,Size', '1,Aba,9', '2,Bex,3', '3,Cor,7', '4,Dun,5')
  expect(inferred(text).notes.join()).toContain('the ranks in `Rank` do not follow `Size`')
})
