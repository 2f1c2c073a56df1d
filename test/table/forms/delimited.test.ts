import { expect, test } from 'vitest'
import { readDelimited } from '../../../src/table/forms/delimited.ts'
import { isJsonLines, readJson, readJsonLines } from '../../../src/table/forms/json.ts'
import { choosePage } from '../../../src/table/forms/page.ts'
import type { Grid } from '../../../src/table/grid.ts'

const texts = ({ lines }: Pick<Grid, 'lines'>) => lines.map((cells) => cells.map(({ text }) => text).join(' | '))
const read = (...lines: string[]) => readDelimited(`${lines.join('\n')}\n`, 'a.txt')

test.each([
  ['commas', ['a,b', '1,2'], 'separated by commas', false],
  ['semicolons', ['a;b', '1,5;2'], 'separated by semicolons', true],
  ['tabs', ['a\tb', '1\t2'], 'separated by tabs', false],
  ['carets', ['a^b', '1^2'], 'separated by carets', false],
  ['one that is declared', ['sep=;', 'a,b;c', '1,5;2'], 'separated by semicolons', true],
  ['one that is declared and unknown', ['sep=x', 'a;b', '1;2'], 'separated by semicolons', true],
  [
    'the one that splits the head, where commas stand in its cells',
    ['name;size', 'a,b;1', 'c,d;2'],
    'separated by semicolons',
    true,
  ],
  ['commas, where a number begins the head', ['1990;x,y', 'a,b', 'c,d'], 'separated by commas', false],
  ['spaces', ['name    size', 'Aba       1', 'Bex       2'], 'columns set apart by spaces', undefined],
  ['nothing', ['name', 'Aba'], 'separated by commas', false],
])('%s stand between cells', (_, lines, format, commaIsFree) =>
  expect(read(...lines)).toMatchObject({ format, ...(commaIsFree !== undefined && { commaIsFree }) }),
)

test('lines that break within a cell of the head are joined where they have the usual width together, and no rows', () => {
  const broken = (...lines: string[]) =>
    texts(read(...lines, ...Array.from({ length: 6 }, (_, at) => `${at}\t5\t6`))).slice(0, -6)
  expect(broken('1\tx ', ' y\t3')).toEqual(['1 | x y | 3'])
  expect(broken('1\tx', 'y', 'z\t3')).toEqual(['1 | x', 'y', 'z | 3'])
  expect(broken('title', '1\tx', 'y\t3')).toEqual(['title', '1 | x y | 3'])
  expect(broken('1\tx', 'y\t3\t7')).toEqual(['1 | x', 'y | 3 | 7'])
  expect(broken('a\tb\tc', '1\tx', 'y\t3')).toEqual(['a | b | c', '1 | x', 'y | 3'])
  expect(texts(read('a,b', 'c,x', '1,3,4', '4,5,6', '7,8,9'))[0]).toBe('a | b')
})

test('several columns in the first are apart, and quotes that are no pairs are marks', () => {
  expect(texts(read('freq,geo\\TIME\t2020\t2021', 'A,AT\t5\t6'))).toEqual(['freq | geo | 2020 | 2021', 'A | AT | 5 | 6'])
  expect(read('a\tb', '5" pipe\t2', '"x\t3')).toMatchObject({ notes: ['quotes are taken as they stand'] })
  expect(read('a,b', '"x,3').diagnostics).toHaveLength(1)
  expect(read('a\tb', '"x"\t3')).toMatchObject({ notes: [] })
})

test('columns that are set apart by spaces know where they stand; a line of a hundred thousand is one cell', () => {
  const { lines } = read('name   size', 'Aba x  1', '', `${'a  '.repeat(34_000)}`)
  expect(lines.slice(0, 2).map((cells) => cells.map(({ text, location: { line, column } }) => [text, line, column]))).toEqual([
    [
      ['name', 1, 1],
      ['size', 1, 8],
    ],
    [
      ['Aba x', 2, 1],
      ['1', 2, 8],
    ],
  ])
  expect(lines[2]).toHaveLength(1)
})

const json = (value: unknown) => readJson(JSON.stringify(value), 'a.json')
test.each([
  ['objects', [{ a: 1 }, { b: 2 }], ['a | b', '1 | ', ' | 2'], true],
  [
    'lists',
    [
      ['a', 'b'],
      [1, [2]],
    ],
    ['a | b', '1 | '],
    undefined,
  ],
  ['objects within objects', [{ a: { x: 1, y: 2 }, b: { x: 3 } }], ['a.x | y | b.x', '1 | 2 | 3'], true],
  ['rows after what a service says', [{ page: 1 }, [{ a: 1 }, { a: 2 }]], ['a', '1', '2'], true],
  ['head and rows', { columns: ['a'], rows: [[1]] }, ['a', '1'], true],
  ['the longest list', { few: [{ a: 1 }], more: [{ b: 1 }, { b: 2 }] }, ['b', '1', '2'], true],
  ['rows within', { a: { b: { rows: [{ c: 1 }, { c: 2 }] } }, n: 1 }, ['c', '1', '2'], true],
  ['columns', { a: [1, 2], b: [3] }, ['a | b', '1 | 3', '2 | '], true],
  ['a map', { Aba: 1, Bex: 2 }, ['name | value', 'Aba | 1', 'Bex | 2'], true],
  ['a map of objects', { Aba: { size: 1 }, Bex: { size: 2 } }, ['name | size', 'Aba | 1', 'Bex | 2'], true],
] as const)('JSON of %s', (_, value, expected, headed) => {
  const grid = json(value)
  expect([texts(grid), grid.headed, grid.diagnostics ?? []]).toEqual([expected, headed, []])
})

test('JSON without rows, and rows that are none, are told where they stand', () => {
  expect(json({ a: 'x' }).diagnostics?.[0]?.message).toContain('found no list of rows')
  expect(json([{ a: 1 }, 7]).diagnostics).toMatchObject([{ location: { line: 1, column: 10 } }])
  expect(json([Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`c${at}`, at]))]).lines).toHaveLength(1)
})

test('JSON lines have a value on each', () => {
  expect([isJsonLines('{"a":1}\n{"a":2}'), isJsonLines('{"a":1}'), isJsonLines('[1]\nx'), isJsonLines('{a}\n{b}')]).toEqual([
    true,
    false,
    false,
    false,
  ])
  const grid = readJsonLines('{"a":1}\n\n{"a":2}\n', 'a')
  expect([texts(grid), grid.lines[2]?.[0]?.location.line]).toEqual([['a', '1', '2'], 3])
  expect(readJsonLines('{"a":1}\n{"a":}\n', 'a').diagnostics).toMatchObject([{ location: { line: 2 } }])
})

const page = (name: string, rows: number, more: object = {}) => ({
  name,
  lines: Array.from({ length: rows }, (_, at) =>
    ['Aba', at].map((text) => ({ text: String(text), location: { file: 'a', line: 1, column: 1 } })),
  ),
  ...more,
})
test('the table that is meant has two lines of two cells with a number, and is four times as long as any other', () => {
  const chosen = (...pages: ReturnType<typeof page>[]) => choosePage(pages, 'a', 'a page').name
  expect(chosen(page('a', 2), page('b', 8))).toBe('b')
  expect(() => chosen(page('a', 2), page('b', 7))).toThrow('a page with 2 tables: which one is meant?')
  expect(chosen(page('a', 1), page('b', 2))).toBe('b')
  expect(chosen(page('a', 8, { hidden: true }), page('b', 2))).toBe('b')
  expect(choosePage([page('a', 1)], 'a', 'a page').notes).toEqual([])
  expect(choosePage([], 'a', 'a page')).toMatchObject({ name: '', lines: [] })
  expect(choosePage([page('2', 2), page('b', 3)], 'a', 'a page', '2').name).toBe('2')
  expect(choosePage([page('a', 2), page('b', 3)], 'a', 'a page', '2').name).toBe('b')
})
