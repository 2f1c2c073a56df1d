import { expect, test } from 'vitest'
import { between, countdown, shortened, uniqueIds } from '../../src/kit/countdown.ts'

const rows = [
  { name: 'Two', size: 2 },
  { name: 'Nine', size: 9 },
  { name: 'Two again', size: 2 },
  { name: 'Five', size: 5 },
]
const told = (records: readonly { rank: number; id: string }[]) => records.map(({ rank, id }) => `${rank} ${id}`)

test('the largest is told last; equal ones keep their order', () => {
  expect(told(countdown(rows, { by: ({ size }) => size, first: 'largest' }))).toEqual([
    '4 two-again',
    '3 two',
    '2 five',
    '1 nine',
  ])
})

test('or the smallest', () => {
  expect(told(countdown(rows, { by: ({ size }) => size, first: 'smallest' }))).toEqual([
    '4 nine',
    '3 five',
    '2 two-again',
    '1 two',
  ])
})

test('a row that has an id keeps it', () => {
  expect(countdown([{ id: 'mine', name: 'Yours' }], { by: () => 1, first: 'largest' })).toEqual([
    { id: 'mine', name: 'Yours', rank: 1 },
  ])
})

test('records from one rank down to another', () => {
  const records = countdown(rows, { by: ({ size }) => size, first: 'largest' })
  expect(told(between(records, 3, 2))).toEqual(['3 two', '2 five'])
})

test.each([
  [
    ['Same', 'same', 'SAME!'],
    ['same', 'same-2', 'same-3'],
  ],
  [
    ['1984', '', '--', '7'],
    ['record-1984', 'record', 'record-2', 'record-7'],
  ],
  [
    ['Story', 'Opening', 'Door Two', 'Door County'],
    ['story-2', 'opening-2', 'door-two-2', 'door-county'],
  ],
  [
    ['北京', 'Żółw', 'Ω'],
    ['北京', 'zołw', 'ω'],
  ],
  [['x'.repeat(80)], ['x'.repeat(60)]],
  [
    ['__proto__', 'constructor'],
    ['proto', 'constructor'],
  ],
])('the ids of %j are %j', (names, ids) => expect(uniqueIds(names)).toEqual(ids))

test('a long name is cut at whole characters, on one line', () => {
  expect([shortened('short'), shortened(' two\n lines '), shortened('abcdef', 4), shortened('ab 👍👍👍', 5)]).toEqual([
    'short',
    'two lines',
    'abc…',
    'ab 👍…',
  ])
  expect(shortened(`a ${'W'.repeat(300)} b`)).toBe(`a ${'W'.repeat(59)}… b`)
  expect(shortened('漢 字 '.repeat(40))).toBe(`${'漢 字 '.repeat(16).trim()} 漢…`)
})
