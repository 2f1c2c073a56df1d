import { expect, test } from 'vitest'
import { describeDraft, understood } from '../../src/init/describe-draft.ts'
import { inferred, lines, values } from './tell-inferred.ts'

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
  expect(found.notes).toContain(`of each name the rows of ${when} are told, the newest; race() shows all: docs/motion.md`)
  expect(found.draft.leftOut[0]?.why).toBe(`it is not of ${when}`)
})

test('of many rows that are left out for one reason the first few are named', () => {
  const rows = [2019, 2020, 2021].flatMap((year) =>
    ['Aba', 'Bex', 'Cor', 'Dun', 'Eck'].map((name, at) => `${name},${year},${at * at + 2}`),
  )
  const found = inferred(lines('Name,Year,Size', ...rows))
  const { leftOut } = understood(found.draft)
  expect(leftOut.map(({ name }) => name)).toEqual(['Aba', 'Bex', 'Cor', 'Dun'])
  expect(leftOut.at(-1)?.why).toBe('it is not of 2021; the same is true of 6 more')
  expect(describeDraft(found)).toContain('line 2, `Aba`; line 3, `Bex`; line 4, `Cor` and 7 more: it is not of 2021\n')
})

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

const countries = 'France Spain Italy Kenya Ghana Egypt Japan India Peru Chile'.split(' ')
const states = 'Ohio Utah Iowa Maine Texas Idaho Alaska Kansas Nevada Oregon'.split(' ')
const words = countries.map((name) => `${name}x`)
test.each([
  ['amounts of countries', countries, 'Population', (at: number) => 90 - at * 9, 'map of the world, circles'],
  ['what is per head', countries, 'Income per head', (at: number) => 90 - at * 9, 'map of the world, shaded'],
  ['amounts of states', states, 'Population', (at: number) => 90 - at * 9, 'map of the states, circles'],
  ['losses of countries', countries, 'Balance', (at: number) => 5 - at, 'bars'],
  ['amounts', words, 'Votes', (at: number) => 90 - at * 9, 'bars'],
  ['magnitudes', words, 'Votes', (at: number) => 10 ** (9 - at), 'dots on a logarithmic scale'],
  ['less than a thousand times', words, 'Votes', (at: number) => 1100 - at * 122, 'bars'],
  ['what is nearly alike', words, 'Votes', (at: number) => 900 + at * 49, 'dots on a scale around the values'],
  ['half as much more', words, 'Votes', (at: number) => 900 + at * 50, 'bars'],
  ['what begins at nought', words, 'Votes', (at: number) => 81 - at * 9, 'bars'],
  ['three that are alike', words.slice(0, 3), 'Votes', (at: number) => 901 + at, 'bars'],
  ['four that are the same', words.slice(0, 4), 'Votes', () => 900, 'bars'],
] as const)('%s are shown by their chart', (_, names, head, value, chart) => {
  const text = lines(`Name,${head}`, ...names.map((name, at) => `${name},${value(at)}`))
  expect(describeDraft(inferred(text, { first: 'largest' }))).toContain(`chart     ${chart}  →`)
})

test.each([
  [2, 'bars'],
  [5, 'bars, coloured by `Kind`'],
  [6, 'bars'],
])('bars have no more colours than are told apart, and one group is none: %s', (kinds, chart) => {
  const text = lines(
    'Name,Votes,Kind',
    ...Array.from({ length: 14 }, (_, at) => `T${at}x,${900 - at * 60},k${'abcdef'[at % kinds]}`),
  )
  expect(describeDraft(inferred(text))).toContain(`chart     ${kinds === 2 ? 'bars, coloured by `Kind`' : chart}  →`)
})

test('more than five thousand records are no story, unless some are told', () => {
  const table = (count: number) => lines('Name,Size', ...Array.from({ length: count }, (_, at) => `T${at}x,${9000 - at}`))
  expect(inferred(table(5000)).draft.rows).toHaveLength(5000)
  expect(() => inferred(table(5001))).toThrow(
    'found 5001 records, expected at most 5000; say how many are told, for example --top 100',
  )
  expect(inferred(table(5001), { top: 9 }).draft.rows).toHaveLength(9)
})

test('a table that is piped in is called after its numbers, and is somebody’s own', () => {
  const { draft } = inferred('name,size\na,1\nb,3\n', {}, 'stdin')
  expect([draft.title, draft.source, draft.table]).toEqual(['Size', 'own figures', 'table'])
})

test.each([
  [
    'the year of its column',
    'Name,2019,2020,2021',
    ['Aba,9,8,7', 'Bex,7,7,6', 'Cor,5,6,5'],
    {},
    'rivers.csv',
    'Rivers, 2021',
    'Rivers, 2021',
  ],
  [
    'a year that its title has',
    'Name,2019,2020,2021',
    ['Aba,9,8,7', 'Bex,7,7,6', 'Cor,5,6,5'],
    {},
    'rivers-2021.csv',
    'Rivers 2021',
    'Rivers 2021, 2021',
  ],
  [
    'the year of its rows',
    'Name,Year,Size',
    ['Aba,2020,9', 'Bex,2020,8', 'Aba,2021,7', 'Bex,2021,6'],
    {},
    'rivers.csv',
    'Rivers, 2021',
    'Size',
  ],
  ['what an author says', 'Name,Size', ['Aba,9', 'Bex,8'], { title: 'Mine' }, 'rivers.csv', 'Mine', 'Size'],
  ['what it shows in every row', 'Name,Indicator,Size', ['Aba,Rain,9', 'Bex,Rain,8'], {}, 'x.csv', 'Rain', 'Size'],
  ['what its bare values are', 'Name,MEASURE,Measure,OBS_VALUE', ['Aba,R,Rain,9', 'Bex,R,Rain,8'], {}, 'x.csv', 'Rain', 'Rain'],
] as const)('a story is called after %s', (_, head, rows, overrides, file, title, label) => {
  const { draft } = inferred(lines(head, ...rows), { first: 'largest', ...overrides }, file)
  expect([draft.title, draft.value.source.label]).toEqual([title, label])
})

test('what cannot be read of facts is noted, of values is left out, and a rank that does not follow is told with its line', () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `${at === 9 ? 11 : at === 10 ? 10 : at + 1},T${at}x,${90 - at * 3},${at > 9 ? 'n/k' : at * at}`,
  )
  const { notes } = inferred(lines('Rank,Name,Size,Age', ...rows, '13,Zab,n.b.,5'))
  expect(notes).toEqual([
    'the ranks in `Rank` do not follow `Size`, as on line 11; they decide the order unless --rank none is given',
    'Age: line 12 has `n/k`, which is no number, and 1 more; told as missing',
  ])
})

test('where the order of the file is the ranking it has a column of its own', () => {
  const said = describeDraft(inferred(lines('Name,Size', 'Aba,5', 'Bex,9', 'Cor,7'), { first: 'file' }))
  expect(said).toMatch(/^ {2}Rank +rank +number +1 +2 +3$/m)
})

test('a long list is proposed to be cut', () => {
  const notes = (count: number) =>
    inferred(lines('Name,Size', ...Array.from({ length: count }, (_, at) => `T${at}x,${90 - at}`))).notes
  expect([notes(59), notes(60)]).toEqual([[], ['60 records make a long talk; --top 25 tells the first 25 and the rest as one']])
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
