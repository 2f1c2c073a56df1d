import { expect, test } from 'vitest'
import { describeDraft } from '../../src/init/describe-draft.ts'
import { readDescription } from '../../src/init/described.ts'
import { inferred, lines, told, values } from './tell-inferred.ts'

/* What a new deck is made of, and what its author is told of it. */

test.each([
  [[1_500_000, 2_000_000], 1],
  [[1_250_000], 2],
  [[1_250_001, 1_250_002], 1],
  [[1_251_000, 1_262_000], 2],
  [[999_999, 123_456], 1],
  [[1_250_000_000], 2],
  [[-1_250_000], 2],
])('%j have so many decimals in millions: %s', (numbers, digits) => {
  const { draft } = inferred(lines('Name,Size', ...numbers.map((number, row) => `T${row}x,${number}`)), { first: 'largest' })
  expect(draft.value.wordDigits).toBe(digits)
})

test.each([
  ['falls all the way', [9, 7, 7, 5], {}, 'largest'],
  ['rises all the way', [5, 7, 7, 9], { first: 'file' }, 'smallest'],
  ['does neither', [5, 9, 7, 8], { first: 'file' }, undefined],
] as const)('a list that %s', (_, sizes, overrides, follows) => {
  const { draft } = inferred(lines('Name,Size', ...sizes.map((size, row) => `T${row}x,${size}`)), overrides)
  expect(draft.follows).toBe(follows)
})

test('what is left out is told by lines, and what is below the last that is told with its value', () => {
  const text = lines('Name,Size', 'Total,21', 'Aba,9', 'Bex,', 'Cor,4', 'Dun,3', ',5')
  const { draft } = inferred(text, { top: 1 })
  expect(draft.leftOut).toEqual([
    { line: 2, name: 'Total', why: 'it is a total' },
    { line: 4, name: 'Bex', why: 'it has no Size' },
    { line: 7, name: '', why: 'it has no Name' },
  ])
  expect(draft.rest).toEqual({ count: 2, value: 4 })
  expect(inferred(text).draft).not.toHaveProperty('rest')
})

test.each([
  ['the newest, though it stands first', ['Aba,2021,5', 'Bex,2021,4', 'Aba,2020,9', 'Bex,2020,8'], [5, 4], '2021'],
  ['days', ['Aba,2020-01-02,5', 'Bex,2020-01-02,4', 'Aba,2020-02-01,9', 'Bex,2020-02-01,8'], [9, 8], '2020-02-01'],
  [
    'the newest that has seven of ten names',
    ['A', 'B', 'C', 'D', 'E'].flatMap((name, at) => [
      `${name}x,2020,${at * at + 2}`,
      ...(at < 3 ? [`${name}x,2021,${at + 9}`] : []),
    ]),
    [2, 3, 6, 11, 18],
    '2020',
  ],
] as const)('of a table of several times %s', (_, rows, expected, when) => {
  const found = inferred(lines('Name,Year,Size', ...rows), { first: 'largest' })
  expect(values(found)).toEqual(expected)
  expect(found.notes).toContain(`of each name the rows of ${when} are told, the newest`)
  expect(found.draft.leftOut[0]?.why).toMatch(new RegExp(`^it is of .*, not of ${when}$`))
})

test.each([
  ['km', [5, 7], 'name by size in km'],
  ['USD million', [5e6, 7e6], 'name by size in USD'],
  ['thousand', [5e3, 7e3], 'name by size'],
])('a data package says that numbers are in %s', (unit, expected, text) => {
  const schema = {
    fields: [
      { name: 'size', unit },
      { name: 'name', unit: 'km' },
    ],
  }
  const described = readDescription(JSON.stringify({ resources: [{ path: 'list.csv', schema }] }), 'list.csv')
  const found = inferred('name,size\na,5\nb,7\n', {}, 'list.csv', described)
  expect([values(found), told(found)]).toEqual([expected, text])
})

test.each([
  [['An office', 'A bureau'], 'An office; A bureau'],
  [['a'.repeat(141), 'b'], 'a'.repeat(141)],
  [['a'.repeat(137), 'b'], `${'a'.repeat(137)}; b`],
  [['a'.repeat(138), 'b'], 'a'.repeat(138)],
])('sources %j fill a line', (titles, source) => {
  const sources = titles.map((title) => ({ title }))
  expect(readDescription(JSON.stringify({ sources }), 'x.csv').source).toBe(source)
})

test.each(['', '{', '[]', 'null', '{"title":1,"resources":{},"sources":[7]}', '{"resources":[{"path":"x.csv","schema":[]}]}'])(
  'a data package of %j says nothing',
  (text) => expect(readDescription(text, 'x.csv')).toEqual({ units: new Map() }),
)

test('what the columns of a table as a whole are in does not go before their own', () => {
  const text = lines('Rivers (km)', 'Name;Size;Area (km²);Founded', 'Aba;5;7;1901', 'Bex;4;9;1903', 'Cor;3;8;1902')
  const { draft } = inferred(text)
  expect(draft.columns.map(({ source: { header, unit } }) => [header, unit])).toEqual([
    ['Name', undefined],
    ['Size', 'km'],
    ['Area (km²)', 'km²'],
    ['Founded', undefined],
  ])
})

test('an author is told of each column and of what was decided', () => {
  const row = (at: number) => `T${at}x,${90 - at},${'ab'[at % 2]},${at * 3},${at === 3 ? 'n/k' : at * at}`
  const text = lines(
    'Name,Size (km),Kind,Something of a long name,Age',
    ...Array.from({ length: 7 }, (_, at) => row(at)),
    'Zab,,a,8,7',
  )
  const said = describeDraft(inferred(text, { top: 4, value: 'Size (km)' }))
  expect(said).toMatchInlineSnapshot(`
    "
      column              role   type        line 2  line 3  line 4  line 5
      Name                name   text        T0x     T1x     T2x     T3x
      Size (km)           value  number, km  90      89      88      87
      Kind                group  text        a       b       a       b
      Something of a lo…  fact   number      0       3       6       9
      Age                 fact   number      0       1       4       n/k

      table     4 records, 5 columns, separated by commas  → data/list.csv
      name      \`Name\`  → data/records.ts
      value     \`Size (km)\` in km  → data/records.ts, data/format.ts
      rank      #1 is the largest Size  → data/records.ts
      group     \`Kind\`  → slides/columns.ts
      facts     \`Something of a long name\`, \`Age\`  → slides/columns.ts
      language  English  → data/format.ts, slides/*.mdx, slides/template.tsx
      acts      #4 to #1  → slides/acts.ts
      title     \`Size\`  → slides/about.ts
      source    \`list.csv\`  → data/datapackage.json
      chart     dots on a scale around the values  → charts/scenes.ts
      theme     gallery  → slides/deck.ts
      rest      3 more below #4, told as one  → data/figures.ts
      left out  line 9, \`Zab\`: it has no Size (km)
      note      Age: line 5 has \`n/k\`, which is no number; told as missing
    "
  `)
})
