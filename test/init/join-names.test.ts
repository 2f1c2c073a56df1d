import { expect, test } from 'vitest'
import { joinNames } from '../../src/init/join-names.ts'
import type { SourceTable } from '../../src/table/source-table.ts'

const place = { file: 'list.csv', line: 1, column: 1 }

/** A table of texts; the first row names the columns. */
function table([headers = [], ...rows]: readonly string[][]): SourceTable {
  return {
    format: '',
    commaIsFree: false,
    columns: headers.map((header) => ({ header, place })),
    rows: rows.map((cells) => cells.map((text) => ({ text, place }))),
    notes: [],
    leftOut: [],
    problems: [],
  }
}

const texts = ({ columns, rows }: SourceTable) => [
  columns.map(({ header }) => header),
  ...rows.map((cells) => cells.map(({ text }) => text)),
]

test.each([
  [
    [
      ['id', 'first_name', 'last_name', 'age'],
      ['1', 'Ada', 'Byron', '36'],
      ['2', '', 'Noether', '53'],
    ],
    [
      ['id', 'Name', 'age'],
      ['1', 'Ada Byron', '36'],
      ['2', 'Noether', '53'],
    ],
  ],
  [
    [
      ['Nachname', 'Tore', 'Vorname'],
      ['Seeler', '9', 'Uwe'],
    ],
    [
      ['Name', 'Tore'],
      ['Uwe Seeler', '9'],
    ],
  ],
  [
    [
      ['First name', 'Goals'],
      ['Ada', '3'],
    ],
    [
      ['First name', 'Goals'],
      ['Ada', '3'],
    ],
  ],
])('%j', (source, expected) => expect(texts(joinNames(table(source)))).toEqual(expected))

test('what has no two halves stays as it is', () => {
  const whole = table([
    ['Name', 'Size'],
    ['a', '1'],
  ])
  expect(joinNames(whole)).toBe(whole)
})
