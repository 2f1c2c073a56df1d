import { expect, test } from 'vitest'
import { readTable } from '../../src/table/read-table.ts'
import type { Field, TableSchema } from '../../src/table/schema.ts'
import { formatDiagnostic } from '../../src/util/diagnostic.ts'

const read = (text: string, fields: readonly Field[], schema: Partial<TableSchema> = {}) =>
  readTable(text, { resources: [{ path: 'a.csv', schema: { fields, ...schema } }] }, 'data/a.csv')

const said = (...parameters: Parameters<typeof read>) => read(...parameters).diagnostics.map(formatDiagnostic)

const LETTER: Field = { name: 'letter', type: 'string' }

test('cells are typed by their column; those of no value are null', () => {
  const { rows, diagnostics, complete } = read('letter,value\na,-1.5\nb,\n', [LETTER, { name: 'value', type: 'number' }])
  expect({ diagnostics, complete }).toEqual({ diagnostics: [], complete: true })
  expect(rows.map(({ cells }) => [cells.letter?.value, cells.value?.value])).toEqual([
    ['a', -1.5],
    ['b', null],
  ])
  expect(rows[1]?.cells.value?.location).toEqual({ file: 'data/a.csv', line: 3, column: 3 })
})

test.each([
  ['7', 7],
  ['-7', -7],
  ['+7', 7],
  ['-0', 0],
  ['0.1', 0.1],
  ['.5', 0.5],
  ['1e3', 1000],
])('%s is a number', (text, value) => {
  expect(read(`n\n${text}\n`, [{ name: 'n', type: 'number' }]).rows[0]?.cells.n?.value).toBe(value)
})

test.each(['NaN', 'Infinity', '1e999', '--1', '1.2.3', '0b1', '٣', '1 000', '12%'])('%s is not a number', (text) => {
  const { rows, diagnostics } = read(`n\n${text}\n`, [{ name: 'n', type: 'number' }])
  expect(diagnostics).toHaveLength(1)
  expect(rows[0]?.cells.n?.value).toBeUndefined()
})

test('a maximum is a constraint, and a missing value meets every constraint but `required`', () => {
  const field: Field = { name: 'share', type: 'number', constraints: { minimum: 0, maximum: 1, unique: true } }
  expect(said('letter,share\na,0.5\nb,1.5\nc,\nd,\n', [LETTER, field])).toEqual([
    'data/a.csv:3:3 share: found `1.5`, expected at most 1; correct it',
  ])
})

test('a list of what may be there says nothing of a missing value', () => {
  const field: Field = { name: 'code', type: 'string', constraints: { enum: ['AB'] } }
  expect(said('code,letter\nAB,a\n,b\n', [field, LETTER])).toEqual([])
})

test('one cell can break several constraints', () => {
  const field: Field = { name: 'code', type: 'string', example: 'AB', constraints: { pattern: '[A-Z]{2}', enum: ['AB', 'CD'] } }
  expect(said('code\nabc\n', [field])).toEqual([
    'data/a.csv:2:1 code: found `abc`, expected text such as AB; the rule is `[A-Z]{2}`',
    'data/a.csv:2:1 code: found `abc`, expected a listed value; did you mean `AB`? known: AB, CD',
  ])
})

test('a long or many-lined cell is shown short', () => {
  expect(said(`n\n"${'x\n'.repeat(100)}y"\n`, [{ name: 'n', type: 'integer' }])).toEqual([
    `data/a.csv:2:1 n: found \`${'x\\n'.repeat(30)}…\`, expected a whole number; write the number in digits`,
  ])
})

test('a table of one column may hold semicolons', () => {
  expect(said('letter\na;b\n', [LETTER])).toEqual([])
})

test('columns may be called like members of every object', () => {
  const { rows, complete } = read('constructor,toString\na,b\n', [
    { name: 'constructor', type: 'string' },
    { name: 'toString', type: 'string' },
  ])
  expect(Object.entries(rows[0]?.cells ?? {}).at(1)?.[1].value).toBe('b')
  expect(complete).toBe(true)
  expect(read('constructor\na\n', [LETTER]).complete).toBe(false)
})

test('a data package that describes no such table, or in unknown words, is a diagnostic of the package', () => {
  const { diagnostics } = readTable('a\n1\n', { resources: [{ path: 'b.csv', schema: { fields: [] } }] }, 'data/a.csv')
  expect(diagnostics.map(formatDiagnostic)).toEqual([
    'data/datapackage.json found no resource with the path `a.csv`; did you mean `b.csv`? known: b.csv',
  ])
  expect(said('a\n1\n', [{ name: 'a', type: 'integre', constraints: { minumum: 1 } }])).toEqual([
    'data/datapackage.json a: unknown constraint `minumum`; did you mean `minimum`? known: enum, maximum, minimum, pattern, required, unique',
    'data/datapackage.json a: unknown type `integre`; did you mean `integer`? known: integer, number, string',
  ])
})

test('a table is incomplete when a line does not fit its columns', () => {
  const { rows, complete } = read('letter,value\na\nb,2\n', [LETTER, { name: 'value', type: 'integer' }])
  expect(rows.map(({ cells }) => cells.value?.value)).toEqual([undefined, 2])
  expect(complete).toBe(false)
})

test('a header that is wrong is told, column by column, and lines under it are not blamed for it', () => {
  const fields = ['name', 'size', 'year'].map((name): Field => ({ name, type: 'string' }))
  expect(said('name,naem,,name,depth\na,b\n', fields)).toEqual([
    'data/a.csv:1:6 found unknown column `naem`; did you mean `name`? known: name, size, year; describe a new one in data/datapackage.json',
    'data/a.csv:1:11 found a column without a name; name it or remove it',
    'data/a.csv:1:12 found column `name` again, expected each once; rename or remove one',
    'data/a.csv:1:17 found unknown column `depth`; known: name, size, year; describe a new one in data/datapackage.json',
    'data/a.csv:1:1 found no column `size`; add it to the first line',
    'data/a.csv:1:1 found no column `year`; add it to the first line',
  ])
  expect(said('sise,name\na,b\n', fields.slice(0, 2))).toEqual([
    'data/a.csv:1:1 found unknown column `sise`; did you mean `size`? known: name, size; describe a new one in data/datapackage.json',
  ])
})

test('lines of another width, and rows without anything', () => {
  const fields: Field[] = [LETTER, { name: 'value', type: 'integer' }]
  expect(said('letter,value\na\nb,1,2\n,\n', fields)).toEqual([
    'data/a.csv:2:1 found 1 cell, expected 2 as in the header; no cell may be left out',
    'data/a.csv:3:1 found 3 cells, expected 2 as in the header; quote a cell that contains a comma',
    'data/a.csv:4:1 found a row of empty cells; remove it',
  ])
  expect(said('letter,value\n', fields)).toEqual(['data/a.csv:2:1 found no rows under the header, expected at least one'])
  expect(said('', fields)).toEqual([
    'data/a.csv:1:1 found an empty file, expected the header `letter,value` and a line for each row',
  ])
  expect(said('letter;value\na;1\n', fields)).toEqual([
    'data/a.csv:1:7 found `;` between the columns, expected a comma; save the file with commas',
  ])
  expect(said('letter\na\n', [LETTER])).toEqual([])
})

test('what is wrong with a cell says what to do', () => {
  const whole: Field = { name: 'n', type: 'integer', unit: 'dollars', example: 12 }
  const of = (text: string, field = whole, schema = {}) => said(`n\n"${text}"\n`, [field], schema).map((line) => line.slice(18))
  expect(of('1.5')).toEqual(['found `1.5`, expected dollars such as 12; write it without decimals'])
  expect(of('1,000')).toEqual(['found `1,000`, expected dollars such as 12; write the number without separators'])
  expect(of('12 USD')).toEqual([
    'found `12 USD`, expected dollars such as 12; write the number alone and in full, without sign, unit or word',
  ])
  expect(of('none', whole, { missingValues: ['', '-'] })).toEqual([
    'found `none`, expected dollars such as 12; write the number in digits, or `-` where there is none',
  ])
  expect(of('none', { ...whole, constraints: { required: true } }, { missingValues: ['', '-'] })).toEqual([
    'found `none`, expected dollars such as 12; write the number in digits',
  ])
  expect(of('9007199254740991')).toEqual([])
  expect(of('9007199254740992')).toEqual([
    'found `9007199254740992`, expected dollars such as 12; keep it within 9007199254740991, beyond which numbers are not exact',
  ])
  expect(of('1e-999', { name: 'n', type: 'number' })).toEqual([
    'found `1e-999`, expected a number; write 0, which it is to the last digit that can be kept',
  ])
  expect(of('0e5', { name: 'n', type: 'number' })).toEqual([])
  expect(of('-1', { ...whole, constraints: { minimum: 0 } })).toEqual([
    'found `-1`, expected at least 0; write it without the minus sign',
  ])
  expect(of('1', { ...whole, constraints: { minimum: 2 } })).toEqual(['found `1`, expected at least 2; correct it'])
  expect(of('2', { ...whole, constraints: { minimum: 2, maximum: 2 } })).toEqual([])
  expect(of('7', { name: 'n', type: 'string', constraints: { pattern: '\\d{3}' } })).toEqual([
    'found `7`, expected text; the rule is `\\d{3}`; keep leading zeros, which spreadsheets drop',
  ])
})

test('a value that must be there once names the line that had it first', () => {
  const field: Field = { name: 'n', type: 'integer', constraints: { unique: true, required: true } }
  expect(said('n,letter\n1,a\n2,b\n1,c\n1,d\n,e\n', [field, LETTER])).toEqual([
    'data/a.csv:4:1 n: found `1`, expected each value once; line 2 has it already, correct or remove one',
    'data/a.csv:5:1 n: found `1`, expected each value once; line 2 has it already, correct or remove one',
    'data/a.csv:6:1 n: found nothing, expected a whole number; every row needs one',
  ])
  expect(said('n,letter\n1,a\n1,b\n,c\n', [{ ...field, constraints: { unique: false, required: false } }, LETTER])).toEqual([])
})
