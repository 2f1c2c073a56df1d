import { expect, test } from 'vitest'
import { readCells } from '../../src/table/cells.ts'
import { spreadsheetCsv } from '../../src/table/downloads-of.ts'

test.each([
  ['=1+2', "'=1+2"],
  ['+1+2', "'+1+2"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['=a,b', `"'=a,b"`],
  ['-1.5e3', '-1.5e3'],
  ['+5', '5'],
  ['a=b', 'a=b'],
  ['＝1+2', "'＝1+2"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['a;=1+2', "a;'=1+2"],
  ['a; =1+2', "a;' =1+2"],
  ['a;"=1+2"', `"a;'""=1+2"""`],
  ['a|@b', "a|'@b"],
  ['a\t＝b', "a\t'＝b"],
  ['a\n=b', `"a\n'=b"`],
  ['a;-5', 'a;-5'],
  ['a;b=c', 'a;b=c'],
  ['N/A', 'N/A'],
  ['say "x"', '"say ""x"""'],
])('%j is written as %j', (cell, written) => {
  expect(spreadsheetCsv([[cell]])).toBe(`${written}\n`)
})

test('what is written reads back', () => {
  const lines = [
    ['a', 'b,c', 'd"e'],
    ['1', 'line\nbreak', ''],
  ]
  expect(readCells(spreadsheetCsv(lines), 'a.csv').lines.map((cells) => cells.map(({ text }) => text))).toEqual(lines)
})
