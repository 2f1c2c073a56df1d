import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { infer } from '../../src/init/infer.ts'
import { readCells } from '../../src/table/cells.ts'
import { readSourceTable } from '../../src/table/source-table.ts'

const inferred = (file: string, text: string) => infer({ file, bytes: Buffer.from(text), date: '2024-01-01' })
const row = (name: string) => `[{"name":"${name}","size":3},{"name":"B","size":2}]`

function thrownBy(run: () => unknown): string {
  try {
    run()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test.each([
  ['a cell', `name,size,note\nA,3,${'x'.repeat(30_000)}\nB,2,b\n`, 'a.csv:2:5 found `xxx'],
  ['a name', `name,size\n${'word '.repeat(60_000)}end,3\nB,2\n`, 'a.csv:2:1 found `word'],
  ['a number', `name,size\nA,${'1'.repeat(10_000_000)}\nB,2\n`, 'a.csv:2:3 found `111'],
  ['a heading', `name,${'v'.repeat(30_000)}\nA,3\nB,2\n`, 'a.csv:1:6 found `vvv'],
])('%s without end is told', (_, text, message) => {
  const error = thrownBy(() => inferred('a.csv', text))
  expect(error.slice(0, message.length)).toBe(message)
  expect(error.slice(-100)).toMatch(/ \d+ characters, expected at most 10000; shorten it$/)
})

const wide = Array.from({ length: 60_000 }, (_, column) => column)

test.each([
  ['a.csv', `${wide.join()}\n${wide.join()}\n`, 'a.csv:1:8891'],
  ['a.csv', `name,size\nAB,${wide.slice(1).join()}\n`, 'a.csv:2:'],
  ['a.html', `<table><tr><th>${wide.slice(0, 3000).join('<th>')}</table>`, 'a.html:1:'],
  ['a.json', `[{${wide.slice(0, 10_000).map((key) => `"${key}":1`)}}]`, 'a.json:1:'],
  ['a.json', `[${wide.slice(0, 5000).map((key) => `{"${key}":1}`)}]`, 'a.json:1:'],
])('a row without end is told: %s', (file, text, place) => {
  expect(() => inferred(file, text)).toThrow(place)
  expect(() => inferred(file, text)).toThrow('0 columns, expected at most 2000; keep those that the story tells')
})

test('as many columns as are read, and empty ones beyond them', () => {
  const row = (cell: string) => `${Array.from({ length: 2000 }, (_, column) => cell + column).join()},,,\n`
  expect(readSourceTable(Buffer.from(row('c') + row('')), 'a.csv').columns).toHaveLength(2000)
})

test('the longest cell that is read', () => {
  const faults = (length: number) =>
    readCells(`a\n${'x'.repeat(length)}\n`, 'a.csv')
      .lines.flat()
      .map(({ fault }) => fault)
  expect(faults(10_000)).toEqual([undefined, undefined])
  expect(faults(10_001)[1]).toMatch(/10001 characters/)
})

test('half of a character is told, in a name and in a key', () => {
  expect(() => inferred('a.json', row('A\\ud800'))).toThrow(
    'a.json:1:10 found `A\\ud800`, in which half of a character is missing',
  )
  expect(() => inferred('a.json', row('A').replaceAll('name', 'na\\udc00me'))).toThrow('a.json:1:3 found `na\\udc00me`, in which')
  expect(() => inferred('a.json', row('A\\ud83d\\udc4d'))).not.toThrow()
})

test.each([
  ['a.html', `<table><tr><th>name<th>size<tr><td>${'<b>'.repeat(100_000)}x<td>3</table>`],
  ['a.html', `${'<div>'.repeat(100_000)}<table><tr><th>name<th>size<tr><td>a<td>3</table>`],
  ['a.json', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['a.json', row('A').replace('3', '['.repeat(100_000) + ']'.repeat(100_000))],
  ['a.ods', zipSync({ 'content.xml': strToU8(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`) })],
])('parts of a tree within each other without end are told: %s', (file, content) => {
  expect(() => infer({ file, bytes: Buffer.from(content), date: '2024-01-01' })).toThrow(
    `${file}:1:1 found parts within each other, thousands deep, expected a table; keep the table alone`,
  )
})

test('a line of words without end is told', () => {
  expect(() => inferred('a.txt', `name   size\nB   3\n${'a '.repeat(5_000_000)}  1\n`)).toThrow('a.txt:3:1 found `a a a')
})

test('brackets in texts nest nothing', () => {
  expect(() => inferred('a.json', row(`\\"${'['.repeat(200)}`))).not.toThrow()
})

test('lists and objects beside each other, however many, are not deep', () => {
  expect(() =>
    inferred('a.json', `[${row('A').slice(1, -1)}${',{"name":"C","size":{"x":1},"list":[]}'.repeat(120)}]`),
  ).not.toThrow('deep')
})
