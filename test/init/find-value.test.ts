import { expect, test } from 'vitest'
import type { Analysed } from '../../src/init/analyse-column.ts'
import { courseOf, findRank, isRowNumber, rankOf, ranksOf } from '../../src/init/find-rank.ts'
import { timeOfHead } from '../../src/init/find-value.ts'
import { inferred, lines, told } from './tell-inferred.ts'

/* What ranks the rows: at the bounds of what is taken for a rank, an order, or the measure of a list. */

const column = (numbers: readonly (number | null)[], header = 'Size', more: Partial<Analysed> = {}) =>
  ({
    numbers,
    header,
    label: header,
    cells: numbers.map((number) => ({ text: String(number ?? '') })),
    digits: 0,
    ...more,
  }) as Analysed

test.each([
  [[0, 1], true],
  [[0], false],
  [[1, 2, 3, 4], true],
  [[1, 2, 3], false],
  [[2, 3, 4, 5], false],
  [[0, 1, 3], false],
])('%j counts the rows: %s', (numbers, expected) => expect(isRowNumber(column(numbers))).toBe(expected))

test.each([
  [[1, 2, 3], undefined, 'rising', []],
  [[3, 2, 2], undefined, 'falling', []],
  [[3, 3, 3], undefined, undefined, []],
  [[1, 2], undefined, undefined, []],
  [[1, 2, null, 3], undefined, 'rising', []],
  [[5, 9, 7], [3, 1, 2], 'falling', []],
  [[5, 9, 7, 8], [3, 1, 2, null], 'falling', []],
  // One step of ten may go the other way, and no more.
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9], undefined, 'rising', [10]],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 8], undefined, undefined, []],
])('the course of %j by %j', (numbers, ranks, direction, breaks) => {
  const course = courseOf(numbers, ranks)
  expect([course?.direction, course?.breaks ?? []]).toEqual([direction, breaks])
})

test.each([
  ['2.', 2],
  ['T2', 2],
  ['2=', 2],
  ['2nd', 2],
  ['#2', 2],
  [' 2 ▲1', 2],
  ['2-3', 2],
  ['2a', undefined],
  ['123456', undefined],
])('the rank %j', (text, rank) => expect(rankOf(text)).toBe(rank))

test.each([
  ['from one up', [1, 2, 3], 'Size', {}, true],
  ['from nought up', [0, 1, 2], 'Size', {}, true],
  ['one alone', [1], 'Rank', {}, false],
  ['from two up, called so', [2, 3, 4], 'No.', {}, true],
  ['from two up, called otherwise', [2, 3, 4], 'Size', {}, false],
  ['gaps of a fifth', [1, 2, 3, 4, 8], 'Size', {}, true],
  ['wider gaps', [1, 2, 3, 4, 9], 'Size', {}, false],
  ['of a longer list, called a rank', [10, 80, 300], 'Rank', {}, true],
  ['of a longer list, called a number', [10, 80, 300], 'No.', {}, false],
  ['half of them twice', [1, 1, 2, 2], 'Size', {}, false],
  ['some of them twice', [1, 1, 2], 'Size', {}, true],
  ['fractions', [1, 1.5, 2], 'Size', {}, false],
  ['money', [1, 2, 3], 'Size', { currency: 'USD' }, false],
  ['kilometres', [1, 2, 3], 'Size', { unit: 'km' }, false],
  ['ordinals', [1, 2, 3], 'Size', { unit: 'th' }, true],
  ['half of them missing', [1, null, 2, null], 'Size', {}, true],
  ['more of them missing', [1, null, 2, null, null], 'Size', {}, false],
])('ranks %s: %j', (_, numbers, header, more, expected) =>
  expect(ranksOf(column(numbers, header, more)) !== undefined).toBe(expected),
)

test.each([
  ['one that is called so and followed', [column([1, 2, 3], 'Rank'), column([9, 7, 5])], 'Rank'],
  ['one that is called so, before a value in no order', [column([1, 2, 3], 'Rank'), column([7, 9, 5])], 'Rank'],
  ['not a number before such', [column([1, 2, 3], 'No.'), column([7, 9, 5])], undefined],
  ['one alone', [column([1, 2, 3], 'Rank')], undefined],
  ['one that is called otherwise and followed', [column([1, 2, 3], 'a'), column([9, 7, 5])], 'a'],
  ['not where a value breaks it', [column([1, 2, 3], 'a'), column([9, 7, 8])], undefined],
  ['ties', [column([1, 1, 3, 4, 5, 6], 'a'), column([9, 8, 7, 5, 4, 3])], 'a'],
  ['not ties of few', [column([1, 1, 3, 4, 5], 'a'), column([9, 8, 7, 5, 4])], undefined],
  ['not a gap', [column([1, 2, 4], 'a'), column([9, 7, 5])], undefined],
  ['not one of decimals', [column([1, 2, 3], 'a', { digits: 1 }), column([9, 7, 5])], undefined],
])('the rank of a table: %s', (_, columns, header) => expect(findRank(columns, columns)?.column.header).toBe(header))

test.each([
  ['2020', '2020'],
  ['2020 [YR2020]', '2020'],
  ['Sales 2020', undefined],
  ['1499', undefined],
  ['2020-01-22', '2020-01-22'],
])('the time of a column called %s', (header, time) => expect(timeOfHead(column([], header))).toBe(time))

test.each([
  ['that the rows are sorted by', 'Name,Mass,Radius', ['Aba,9,1', 'Bex,7,5', 'Cor,5,3'], 'Mass'],
  ['that times rise by, where they are five', 'Name,Lap,Radius', ['Aba,1,9', 'Bex,5,7', 'Cor,7,8', 'Dun,8,1', 'Eck,9,3'], 'Lap'],
  ['without gaps of two that fall', 'Name,Mass,Radius', ['Aba,9,9', 'Bex,8,7', 'Cor,7,', 'Dun,5,3', 'Eck,4,2'], 'Mass'],
  ['that is called a measure in a list', 'Name,Age,Votes', ['Aba,9,1', 'Bex,3,5', 'Cor,5,3'], 'Votes'],
  ['that says the same order in amounts', 'Name,Share (%),Votes', ['Aba,20,1000', 'Bex,50,5000', 'Cor,30,3000'], 'Votes'],
  ['that is no part of the others', 'Name,Share,Amounts', ['Aba,.2,1000', 'Bex,.5,5000', 'Cor,.3,3000'], 'Share'],
  ['of the newest year', 'Name,Sales 2019,Sales 2020', ['Aba,5,7', 'Bex,9,3', 'Cor,7,8'], 'Sales 2020'],
  ['of the newest that half of the rows have', 'Name,Sales 2019,Sales 2020', ['Aba,5,7', 'Bex,9,', 'Cor,7,'], 'Sales 2019'],
  ['of a wide table', 'Name,Size,2018,2019,2020', ['Aba,5,7,2,3', 'Bex,9,3,1,6', 'Cor,7,8,4,5'], '2020'],
  ['that differs', 'Name,Size,Mass', ['Aba,5,7', 'Bex,5,3', 'Cor,5,8'], 'Mass'],
  ['that differs, though little', 'Name,Size,Mass', ['Aba,5,7', 'Bex,5,3', 'Cor,5,7', 'Dun,5,3', 'Eck,5,7'], 'Mass'],
  [
    'that goes along the ranks but for a row',
    'Rank,Name,Points,Votes',
    Array.from({ length: 12 }, (_, at) => `${at + 1},T${at}x,${(at * 7) % 12},${at === 5 ? 80 : 99 - at}`),
    'Votes',
  ],
  ['that is no place', 'Name,lat,Mass', ['Aba,5,7', 'Bex,4,3', 'Cor,3,8'], 'Mass'],
  ['that is no index', 'Name,idx,Mass', ['Aba,5,7', 'Bex,4,3', 'Cor,3,8'], 'Mass'],
])('a column ranks the rows %s', (_, head, rows, value) =>
  expect(told(inferred(lines(head, ...rows), { first: 'largest' }))).toMatch(
    new RegExp(`^Name by ${value.replace(/[()%]/g, '.')}`),
  ),
)

test.each([
  ['times from the shortest on', 'Time (s)', [9, 10, 12], 'smallest'],
  ['times from the longest on', 'Time (s)', [12, 10, 9], 'largest'],
  ['minutes in no order', 'Wait (min)', [12, 9, 10], 'largest'],
  ['what rises', 'Size', [9, 10, 12], 'largest'],
  ['lows from the lowest on', 'Lowest rent', [9, 10, 12], 'smallest'],
  ['two lows', 'Lowest rent', [12, 9], 'largest'],
  ['losses from the largest on', 'Result', [-12, -10, -9], 'smallest'],
  ['two losses', 'Result', [-9, -12], 'largest'],
])('#1 of %s', (_, head, values, first) =>
  expect(inferred(lines(`Name,${head}`, ...values.map((value, row) => `T${row}x,${value}`))).draft.first).toBe(first),
)
