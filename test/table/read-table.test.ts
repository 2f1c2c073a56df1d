import { expect, test } from 'vitest'
import { readTable } from '../../src/table/read-table.ts'
import type { Field, TableSchema } from '../../src/table/schema.ts'
import { formatProblem } from '../../src/util/diagnostic.ts'

const read = (text: string, fields: readonly Field[], schema: Partial<TableSchema> = {}) =>
  readTable(text, { resources: [{ path: 'a.csv', schema: { fields, ...schema } }] }, 'data/a.csv')

const said = (...parameters: Parameters<typeof read>) => read(...parameters).problems.map(formatProblem)

const LETTER: Field = { name: 'letter', type: 'string' }

test('cells are typed by their column; those of no value are null', () => {
  const { rows, problems, complete } = read('letter,value\na,-1.5\nb,\n', [LETTER, { name: 'value', type: 'number' }])
  expect({ problems, complete }).toEqual({ problems: [], complete: true })
  expect(rows.map(({ cells }) => [cells.letter?.value, cells.value?.value])).toEqual([
    ['a', -1.5],
    ['b', null],
  ])
  expect(rows[1]?.cells.value?.place).toEqual({ file: 'data/a.csv', line: 3, column: 3 })
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
  const { rows, problems } = read(`n\n${text}\n`, [{ name: 'n', type: 'number' }])
  expect(problems).toHaveLength(1)
  expect(rows[0]?.cells.n?.value).toBeUndefined()
})

test('a maximum is a constraint, and a missing value meets every constraint but `required`', () => {
  const field: Field = { name: 'share', type: 'number', constraints: { minimum: 0, maximum: 1, unique: true } }
  expect(said('letter,share\na,0.5\nb,1.5\nc,\nd,\n', [LETTER, field])).toEqual([
    'data/a.csv:3:3 share: found `1.5`, expected at most 1; correct it',
  ])
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

test('a data package that describes no such table, or in unknown words, is a problem of the package', () => {
  const { problems } = readTable('a\n1\n', { resources: [{ path: 'b.csv', schema: { fields: [] } }] }, 'data/a.csv')
  expect(problems.map(formatProblem)).toEqual([
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
