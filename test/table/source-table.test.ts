import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CellLocation } from '../../src/table/cells.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { readSourceTable, type SourceTable } from '../../src/table/source-table.ts'
import { casesIn } from './cases-in.ts'

/* Tables as they are found, each beside all that is read of it: `text @line:column`, and rows that stand in the text as they are read. */

const at = ({ line, column }: Pick<CellLocation, 'line' | 'column'>) => `@${line}:${column}`

/** Whether every cell of a row stands where it is said to stand, on one line. */
function isAsFound(row: SourceTable['rows'][number], found: readonly string[]): boolean {
  const [first] = row
  return row.every(
    ({ text, exact, location: { line, column } }) =>
      !exact && text !== '' && line === first?.location.line && found[line - 1]?.slice(column - 1).startsWith(text),
  )
}

/** All that is known of a table, a line each. */
function written(table: SourceTable, found = ''): string {
  const { columns, rows, leftOut, notes, diagnostics } = table
  const text = found.split('\n')
  const plain = rows.filter((row) => isAsFound(row, text))
  const said = ['format', 'title', 'source', 'unit'] as const
  const lines = [
    ...said.flatMap((key) => (table[key] === undefined || table[key] === 'separated by commas' ? [] : [`${key}: ${table[key]}`])),
    ...(table.commaIsFree ? ['decimal commas may be'] : []),
    ...notes.map((note) => `note: ${note}`),
    ...leftOut.map(({ line, name, why }) => `left out: ${name} in line ${line}, ${why}`),
    ...diagnostics.map(({ location, message }) => `problem ${at(location as CellLocation)}: ${message}`),
    columns.map(({ header, location }) => `${header} ${at(location as CellLocation)}`).join(' | '),
    ...(plain.length > 0 ? [`lines ${plain.map(([cell]) => cell?.location.line).join(' ')} as they stand`] : []),
    ...rows
      .filter((row) => !plain.includes(row))
      .map((cells) => cells.map(({ text, location, exact }) => `${text}${exact ? '=' : ''} ${at(location)}`).join(' | ')),
  ]
  return `${lines.join('\n')}\n`
}

const read = (text: string | Uint8Array, sheet?: string) =>
  readSourceTable(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'table.txt', sheet)

const utf16 = (text: string, mark: readonly number[], isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array([...mark, ...(isBig ? bytes.swap16() : bytes)])
}
const TABLE = 'name,size\nAé,10\nB,9\n'

const UNWRITABLE = {
  nothing: '',
  'a declared mark in quotes': '\uFEFF"sep=|"\r\nname|size\r\nA|1\r\n',
  'lost characters': 'name,size\nA\uFFFD,1\nB,2\n',
  'an invisible mark': 'name,size\nA\u202eb,1\nB,2\n',
  'lines of old Macs': 'name,size\rA,1\rB,2\r',
  'no JSON': '[{"name":"A"},\n{"name":}]',
  'JSON that is cut off': '[{"name":"A"},',
  'JSON with a mark before it': '\uFEFF[{"name":"A","size":1}]',
  'UTF-8 with a mark': `\uFEFF${TABLE}`,
  'UTF-16, little end first': utf16(TABLE, [0xff, 0xfe]),
  'UTF-16, big end first': utf16(TABLE, [0xfe, 0xff], true),
  'UTF-16, big end first, of few plain letters': utf16('名前値段品物,高さ\n富士山頂上小屋,七\n', [0xfe, 0xff], true),
  'without marks, little end first': utf16(TABLE, []),
  'without marks, big end first': utf16(TABLE, [], true),
  'UTF-16 cut in the middle': utf16(TABLE, [0xff, 0xfe]).subarray(0, 25),
  'Windows-1252': Buffer.from(TABLE, 'latin1'),
  'Windows-1252 with many accents': Buffer.from('nom,taille\nîlé ¿où?,10\n«ça»,9\n', 'latin1'),
  'another alphabet': Buffer.from('name,size\n\xcc\xee\xf1\xea\xe2\xe0,10\n', 'latin1'),
  'control characters': Buffer.from('name,size\n\x81\xe9,10\n', 'latin1'),
  zeros: 'name\0,size\nA,1\n',
  'few zeros': Buffer.from('a\0,1\n'),
  'a first byte of UTF-16 alone': Buffer.from([0xff, 0x2c, 0x41, 0x0a]),
  'a last byte of UTF-16 alone': Buffer.from([0x41, 0xfe, 0x2c, 0x0a]),
  'a PDF': '%PDF-1.7\n',
  gzip: Buffer.from([0x1f, 0x8b, 8]),
  'a database': 'SQLite format 3\0',
  'an archive': Buffer.from('PK\x03\x04nothing'),
  'an empty archive': Buffer.from('PK\x05\x06nothing'),
  'not quite an archive': 'PK,size\nA,1\n',
  'a name that begins like one': 'Parts,size\nA,1\n',
}

test('encodings, what no text file holds, and what is no table at all', async () => {
  const all = Object.entries(UNWRITABLE).map(([what, text]) => `=== ${what}\n${written(read(text), String(text))}`)
  await expect(all.join('\n')).toMatchFileSnapshot('expected/encodings.txt')
})

test.each(casesIn(join(import.meta.dirname, 'read')))('$what', ({ text, expected }) => {
  expect(written(read(text), text).trimEnd().split('\n')).toEqual(expected)
})

describe('of several tables', () => {
  const table = (count: number, text = '1') => `<table><tr><td>name<td>size${`<tr><td>A<td>${text}`.repeat(count)}</table>`
  const page = (...tables: string[]) => `<html>${tables.join('\n')}`

  test.each([
    ['the largest is read where it is four times as large', page(table(1), table(8)), 8],
    [
      'those of words and of one column are none',
      page(table(3), table(20, 'x'), '<table><tr><td>1<tr><td>2<tr><td>3</table>'),
      3,
    ],
  ])('%s', (_, text, rows) => {
    expect(read(text).rows).toHaveLength(rows)
  })

  test('they are asked for, and found by name or number', () => {
    const text = page(table(3).replace('<tr>', '<caption>North</caption><tr>'), table(2))
    expect(() => read(text)).toThrow(
      'an HTML page with 2 tables: which one is meant? Found `North` (5 lines), `2` (3 lines), expected one of them; name it with --sheet; for example --sheet North',
    )
    expect(read(text, '2').rows).toHaveLength(2)
    expect(read(text, 'North').title).toBe('North')
    expect(read(text, '1').rows).toHaveLength(3)
    expect(() => read(text, '3')).toThrow('--sheet: `3` is none of its 2.')
    expect(read(page(table(8), table(1))).notes).toEqual(['of its 2 tables, `1` is read'])
  })

  test('no more than twelve are named, and words stand as a shell takes them', () => {
    const location = { file: 'a', line: 2, column: 1 }
    const candidates = Array.from({ length: 14 }, (_, index) => ({ value: `it's ${index}` }))
    const error = new ChoiceError({ flag: 'value', question: 'Which?', candidates, location })
    expect(error.diagnostics[0]).toEqual({
      location,
      message: `Which? Found ${candidates
        .slice(0, 12)
        .map(({ value }) => `\`${value}\``)
        .join(', ')} and 2 more, expected one of them; name it with --value; for example --value 'it'\\''s 0'`,
    })
    const few = new ChoiceError({ flag: 'value', question: 'Which?', candidates: candidates.slice(0, 12), location })
    expect(few.message).not.toContain('more')
    expect(new ChoiceError({ flag: 'value', question: 'Which?', candidates: [], location }).message).toMatch(/--value$/)
  })
})

test('so large a file is refused', () => {
  expect(read(new Uint8Array(51_400_000)).diagnostics[0]?.message).toBe(
    'found 51 MB, expected a table of at most 50 MB; keep the rows that the story tells',
  )
  const largest = new Uint8Array(50_000_000)
  largest.set(new TextEncoder().encode('%PDF'))
  expect(read(largest).diagnostics[0]?.message).toContain('a PDF document')
})
