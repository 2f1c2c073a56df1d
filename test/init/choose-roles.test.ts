import { expect, test } from 'vitest'
import type { Overrides } from '../../src/init/choose-roles.ts'
import { inferred, lines, told } from './tell-inferred.ts'

/* What a column is for, at the bounds of what is taken for a name, a group or a fact. */

/** What is understood of rows that are named, fall in size, and have these columns beside. */
function beside(columns: Readonly<Record<string, readonly (string | number)[]>>, overrides: Overrides = {}, rows = 8): string {
  const row = (at: number) =>
    [`T${at}x`, 900 - at * at, ...Object.values(columns).map((cells) => cells[at % cells.length])].join()
  return told(
    inferred(
      lines(['Town,Size', ...Object.keys(columns)].join(), ...Array.from({ length: rows }, (_, at) => row(at))),
      overrides,
    ),
  )
}
const kinds = (count: number) => Array.from({ length: count }, (_, at) => `k${'abcdefghijklmn'[at]}`)
const numbers = [31, 11, 41, 15, 92, 65, 35, 89]

test.each([
  ['two kinds of four rows', { Sort: kinds(2) }, 4, 'group Sort'],
  ['two kinds of three rows', { Sort: kinds(2) }, 3, 'facts Sort'],
  ['twelve kinds', { Sort: kinds(12) }, 24, 'group Sort'],
  ['thirteen kinds', { Sort: kinds(13) }, 26, 'facts Sort'],
  ['one that is called so, after another', { Sort: kinds(2), Region: kinds(3) }, 12, 'group Region; facts Sort'],
  ['answers', { Sort: ['yes', 'no'] }, 8, 'facts Sort'],
  ['long texts', { Sort: ['a'.repeat(41), 'b'] }, 8, ''],
  ['texts of forty letters', { Sort: ['a'.repeat(40), 'b'] }, 8, 'group Sort'],
  ['two kinds that half of the rows lack', { Sort: ['a', 'b', '', ''] }, 8, 'group Sort'],
  ['two kinds that more rows lack', { Sort: ['a', 'b', '', '', ''] }, 5, ''],
  ['a source', { Source: kinds(2) }, 8, ''],
  ['a latitude', { lat: numbers }, 8, ''],
  ['the same in each row', { Sort: ['x'], Age: [5] }, 8, ''],
  ['links and colours', { Page: ['https://a.b/c'], Hex: ['#fff', '#aaa'] }, 8, ''],
  ['a number that half of the rows lack', { Age: [31, '', 7, ''] }, 8, 'facts Age'],
  ['a number that more rows lack', { Age: [31, '', 7, '', ''] }, 5, ''],
  ['codes of their own', { Plate: ['AB', 'CD', 'EF', 'GH'] }, 4, 'facts Plate'],
  [
    'five of six numbers',
    { a1: numbers, b1: numbers, c1: numbers, d1: numbers, e1: numbers, f1: numbers },
    8,
    'facts a1, b1, c1, d1, e1',
  ],
  [
    'numbers before texts, which stand first',
    { T1: 'abcdefgh'.split(''), T2: 'hgfedcba'.split(''), a1: numbers, b1: numbers, c1: numbers, d1: numbers },
    8,
    'facts T1, a1, b1, c1, d1',
  ],
  [
    'one fact less beside a group',
    { Sort: kinds(2), a1: numbers, b1: numbers, c1: numbers, d1: numbers, e1: numbers },
    8,
    'group Sort; facts a1, b1, c1, d1',
  ],
  [
    'one that has room of two with long names',
    { ['a'.repeat(41)]: numbers, ['b'.repeat(40)]: numbers },
    8,
    `facts ${'a'.repeat(41)}`,
  ],
  ['ids', { id: 'a1 b-2 c3 d4 e5 f6 g7 h8'.split(' ') }, 8, ''],
  ['codes of countries', { ISO: 'FR ES IT KE GH EG JP IN'.split(' ') }, 8, ''],
] as const)('%s', (_, columns, rows, expected) =>
  expect(beside(columns, {}, rows)).toBe(`Town by Size${expected && '; '}${expected}`),
)

test.each([
  [{ rank: 'Sort' }, '--rank: found no ranks in `Sort`, expected whole numbers from 1 up'],
  [{ value: 'Sort' }, '--value: found `ka` in `Sort`, expected numbers in most of its cells'],
  [{ group: 'Sorte' }, 'list.csv:1 --group: found no column `Sorte`'],
])('%j is refused', (overrides, message) => expect(() => beside({ Sort: kinds(2) }, overrides)).toThrow(message))

test('a column that is no value is refused by the first cell that is no number', () =>
  expect(() => beside({ Sort: ['12', '35 %', 'ab', 'cd', 'ef'] }, { value: 'Sort' })).toThrow('found `ab` in `Sort`'))

test('what is asked for is told with the units of each', () =>
  expect(() => inferred(lines('Name,Mass (kg),Price ($)', 'Aba,2,3', 'Bex,1,7', 'Cor,4,5'))).toThrow(
    'Found `Mass (kg)` (1 to 4 kg), `Price ($)` (3 to 7 USD)',
  ))

test.each([
  ['half of it is there', 'Mark,Place,Size', ['a,Ulm,9', ',Bonn,7', ',Kiel,8', 'd,Trier,3'], 'Place'],
  ['it is called so, though some are alike', 'Kind,Name,Size', ['a,Ulm,9', 'b,Ulm,7', 'c,Ulm,8', 'd,Kiel,3'], 'Name'],
  ['it is called so, but all are alike', 'Kind,Name,Size', ['a,Ulm,9', 'b,Ulm,7', 'c,Ulm,8', 'd,Ulm,3'], 'Kind'],
  ['it is called after what has names', 'Street,Team,Size', ['a,Ulm,9', 'b,Bonn,7', 'c,Kiel,8'], 'Team'],
  [
    'it is no description',
    'Text,Place,Size',
    [`${'a'.repeat(81)},Ulm,9`, `${'b'.repeat(81)},Bonn,7`, `${'c'.repeat(81)},Kiel,8`],
    'Place',
  ],
  [
    'it is long, but no longer than a name may be',
    'Text,Place,Size',
    [`${'a'.repeat(80)},Ulm,9`, `${'b'.repeat(80)},Bonn,7`],
    'Text',
  ],
  [
    'there is but a description and a code',
    'Mark,Text,Size',
    ['AB', 'CD', 'EF'].map((mark) => `${mark},${mark.repeat(41)},9`),
    'Text',
  ],
  ['it is no sign', 'Flag,Place,Size', ['★,Ulm,9', '☆,Bonn,7', '✦,Kiel,8'], 'Place'],
  ['it is no code', 'Code,Place,Size', ['ab,Ulm,9', 'cd,Bonn,7', 'ef,Kiel,8'], 'Place'],
  ['there is but a code', 'Code,Size', ['AB,9', 'CD,7', 'EF,8'], 'Code'],
  ['there is but a year', 'Year,Sort,Size', ['1999,a,9', '2000,a,7', '2003,a,8'], 'Year'],
  ['there are but dates', 'Day,Size', ['2020-01-01,9', '2020-01-02,7', '2020-01-05,8'], 'Day'],
  ['it tells most of them apart', 'Sort,Mark,Size', ['a,x,9', 'a,y,7', 'a,z,8', 'b,x,3', 'b,y,4', 'b,x,1'], 'Mark'],
] as const)('the name where %s', (_, head, rows, name) =>
  expect(told(inferred(lines(head, ...rows)))).toMatch(new RegExp(`^${name} by`)),
)
