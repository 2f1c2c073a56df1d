import { expect, test } from 'vitest'
import { inferred, lines } from './tell-inferred.ts'

/* Which rows are taken out since they sum up others, and why; each beside the row like it that is a record. */

const leftOut = (...rows: string[]) => inferred(lines(...rows)).draft.leftOut.map(({ name, why }) => `${name}: ${why}`)
const sized = (sizes: string, ...names: string[]) =>
  leftOut('Town,Size', ...sizes.split(' ').map((size, row) => `${names[row] ?? `T${row}x`},${size}`))
const named = (sizes: string, name: string, at: number) =>
  sized(sizes, ...Array.from({ length: at }, (_, row) => `T${row}x`), name)

test.each([
  ['lacks a rank that three others have', ['1,Aba,9', '2,Bex,3', '3,Cor,2', ',Total,1'], ['Total: it has no Rank']],
  ['lacks a rank as many do', ['1,Aba,9', '2,Bex,7', '3,Cor,5', ',Total,1', ',Dun,2', ',Eck,3'], []],
  ['has a rank', ['1,Total,12', '2,Aba,9', '3,Bex,7', '4,Cor,5'], []],
  ['has a rank and a mean', ['1,Aba,9', '2,Average,7', '3,Cor,5', '4,Dun,4'], []],
])('a row that %s', (_, rows, expected) => expect(leftOut('Rank,Name,Size', ...rows)).toEqual(expected))

test.each([
  ['is about all the others together', '50 30 90 20', 2, true],
  ['is less than that, and among them', '50 30 89 20', 2, false],
  ['is the largest and the last', '50 40 30 60', 3, true],
  ['is the last, not the largest', '50 40 30 20', 3, false],
  ['is all that two rows hold', '9 9', 1, false],
  ['stands among losses', '-5 50 8 3', 1, false],
])('a total that %s', (_, sizes, at, isOut) => expect(named(sizes, 'Total', at)).toEqual(isOut ? ['Total: it is a total'] : []))

test('a hundred per cent is the total of shares, whatever they sum up to', () => {
  const rows = ['Aba,90', 'Total,100', 'Bex,80', 'Cor,70']
  expect(leftOut('Town,Share (%)', ...rows)).toEqual(['Total: it is a total'])
  expect(leftOut('Town,Points', ...rows)).toEqual([])
})

test('a word that three rows have names no total', () => {
  const rows = (kind: string) => ['Name,Kind,Size', 'Aba,all,5', `Bex,${kind},4`, 'Cor,x,3', 'Dun,all,20']
  expect(leftOut(...rows('x'))).toEqual(['Dun: it is a total'])
  expect(leftOut(...rows('all'))).toEqual([])
})

test.each([
  ['Average', 'is between the others', '9 5 7 3', 1, true],
  ['Average', 'is the most of all', '7 9 5 3', 1, false],
  ['Average', 'is the least of all', '7 1 5 3', 1, false],
  ['Average', 'is the last, whatever it is', '9 7 5 1', 3, true],
])('%s that %s', (name, _, sizes, at, isOut) =>
  expect(named(sizes, name, at)).toEqual(isOut ? [`${name}: it is an average`] : []),
)

test.each([
  ['the largest', '5 3 20 4', 2, true],
  ['the first', '1 3 20 4', 0, true],
  ['the last', '5 3 20 1', 3, true],
  ['one of many', '5 3 1 4', 2, false],
])('a row called World that is %s', (_, sizes, at, isOut) =>
  expect(named(sizes, 'World', at)).toEqual(isOut ? ['World: it sums up the others'] : []),
)

test('groups of places are no places where most others are on the map', () => {
  const eight = ['France', 'Spain', 'Italy', 'Kenya', 'Ghana', 'Egypt', 'Japan', 'India']
  const sizes = '9 31 8 30 7 29 6 28 5 27 4'
  const both = ['Asia: it sums up others', 'Africa: it sums up others']
  expect(sized(sizes, 'Peru', 'Asia', 'Chile', 'Africa', ...eight.slice(0, 6))).toEqual(both)
  expect(sized(sizes, 'Peru', 'Asia', ...eight)).toEqual(both.slice(0, 1))
  expect(sized('9 31 8 30 7', 'Team Asia', 'Asia', 'Africa', 'Chile', 'Europe')).toEqual([])
  expect(sized('9 31 8 30 7 29 6 28 5 2 1', 'Peru', 'Asia', 'Chile', 'Africa', ...eight.slice(0, 6), 'World')).toEqual([
    ...both,
    'World: it sums up the others',
  ])
  expect(sized('9 31 8 30 1 29 6 28 5 2 7', 'Peru', 'Asia', 'Chile', 'Africa', 'World', ...eight.slice(0, 6))).toContain(
    'World: it sums up the others',
  )
})

test.each([
  ['of three is the last', '4000 3500 3001 10501', 3, true],
  ['of three is the first', '10501 4000 3500 3001', 0, true],
  ['stands among them', '4000 10501 3500 3001', 1, false],
  ['of two may be by chance', '8000 3000 11000', 2, false],
  ['of three is small', '4000 3500 2500 10000', 3, false],
  ['of five is small', '5 4 3 2 1 15', 5, true],
  ['of four is small', '5 4 3 2 14', 4, false],
  ['is rounded', '1.1 2.1 3.1 4.1 5.1 15.7', 5, true],
  ['is further off than rounding', '1.1 2.1 3.1 4.1 5.1 15.8', 5, false],
  ['has nothing among its parts', '4000 3501 3000 0 10501', 4, false],
])('a sum that %s', (_, sizes, at, isOut) =>
  expect(named(sizes, 'Joint', at)).toEqual(isOut ? ['Joint: it is the sum of the others'] : []),
)

test('where more than two rows of five sum up others, none does', () => {
  const rows = ['Sum,30', 'Aba,2', 'Bex,3', 'Total A,30']
  expect(leftOut('Town,Size', ...rows)).toEqual([])
  expect(leftOut('Town,Size', ...rows.slice(0, 3), 'Cor,4', ...rows.slice(3))).toHaveLength(2)
})
