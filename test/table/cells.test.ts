import { expect, test } from 'vitest'
import { readCells } from '../../src/table/cells.ts'

/** Cells as `line:column text`. */
const located = (text: string) =>
  readCells(text, 'a.csv')
    .lines.flat()
    .map(({ text, location }) => `${location.line}:${location.column} ${text}`)

test('columns count characters, not bytes', () => {
  expect(located('é,日本,c\nß😀,x,y\n')).toEqual(['1:1 é', '1:3 日本', '1:6 c', '2:1 ß😀', '2:5 x', '2:7 y'])
})

test('a line break within quotes belongs to its cell, and lines after it are counted right', () => {
  expect(located('a,b\r\n"x\r\ny","p""q"\r\n3,4')).toEqual(['1:1 a', '1:3 b', '2:1 x\r\ny', '3:4 p"q', '4:1 3', '4:3 4'])
})

test('blank lines are left out and counted', () => {
  expect(located('\n\na,b\n \n1,2\n\n')).toEqual(['3:1 a', '3:3 b', '5:1 1', '5:3 2'])
})

test('empty cells have a location too', () => {
  expect(located('a,,c\n,,\n')).toEqual(['1:1 a', '1:3 ', '1:4 c', '2:1 ', '2:2 ', '2:3 '])
})

test('lines before an unclosed quote are kept, the one with the quote is not', () => {
  const { lines, diagnostic } = readCells('a,b\n1,2\n3,"4\n5,6\n', 'a.csv')
  expect(lines.map((cells) => cells.map(({ text }) => text))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(diagnostic?.location).toEqual({ file: 'a.csv', line: 3, column: 3 })
})

test('a quote that opens the first cell of a line and is never closed keeps all lines before it', () => {
  const { lines, diagnostic } = readCells('a,b\n1,2\n"3,4\n', 'a.csv')
  expect(lines).toHaveLength(2)
  expect(diagnostic?.location).toEqual({ file: 'a.csv', line: 3, column: 1 })
})

test('a byte order mark is no part of the first cell', () => {
  expect(located('\uFEFFa,b')).toEqual(['1:1 a', '1:3 b'])
})
