import { describe, expect, test } from 'vitest'
import { readDescription } from '../../src/init/described.ts'
import type { Draft, DraftColumn } from '../../src/init/draft.ts'
import { infer } from '../../src/init/infer.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const NOTHING = readDescription(undefined, '')

function inferred(text: string | Uint8Array, file = 'list.csv', described = NOTHING): Draft {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return infer({ file, bytes, described, date: '2024-01-01' }).draft
}

/** What was inferred, in one line: `name ← value unit; first; …`. */
function told(draft: Draft): string {
  const list = (columns: readonly (DraftColumn | undefined)[]) =>
    columns.flatMap((column) => (column ? [column.source.header] : [])).join(' ')
  const { source } = draft.value
  const parts = [
    `${list([draft.name])} by ${[list([draft.value]), source.currency ?? source.unit].filter(Boolean).join(' in ')}`,
    `#1 ${draft.first}`,
    draft.rank && `rank ${list([draft.rank])}`,
    draft.id && `id ${list([draft.id])}`,
    draft.group && `group ${list([draft.group])}`,
    draft.told.length > (draft.group ? 1 : 0) && `facts ${list(draft.told.filter((column) => column !== draft.group))}`,
    draft.leftOut.length > 0 && `without ${draft.leftOut.map(({ line }) => line).join(' ')}`,
  ]
  return parts.filter(Boolean).join('; ')
}

/** The values as read, in the order of the file. */
const values = (draft: Draft) => draft.rows.map((row) => draft.value.source.numbers?.[row])

const MORE = 'c,3\nd,5\ne,4\n'

const UNDERSTOOD: [what: string, file: string, expected: string, values?: readonly number[]][] = [
  ['a name and a number', `name,size\na,1\nb,2\n${MORE}`, 'name by size; #1 largest', [1, 2, 3, 5, 4]],
  ['one row', 'name,size\na,1\n', 'name by size; #1 largest', [1]],
  ['the number first', `size,name\n1,a\n2,b\n`, 'name by size; #1 largest'],
  ['a given rank, falling', 'rank,name,size\n1,a,9\n2,b,5\n3,c,1\n', 'name by size; #1 largest; rank rank'],
  [
    'a given rank, rising',
    'Rank,Runner,Time (s)\n1,a,9.6\n2,b,9.7\n3,c,9.9\n',
    'Runner by Time (s) in s; #1 smallest; rank Rank',
  ],
  ['a rank called #', '#,name,size\n3,a,1\n1,b,9\n2,c,4\n', 'name by size; #1 largest; rank #'],
  ['a rank with a tie', 'Pos.,name,size\n1,a,9\n2,b,5\n2,c,5\n4,d,1\n', 'name by size; #1 largest; rank Pos.'],
  [
    'the column that the rank goes by',
    'rank,name,weight,size\n1,a,5,9\n2,b,7,5\n3,c,6,1\n',
    'name by size; #1 largest; rank rank; facts weight',
  ],
  ['rising times without a rank', 'Name,Time\na,9.6\nb,9.7\nc,9.9\n', 'Name by Time; #1 smallest'],
  ['falling times without a rank', 'Name,Time\na,9.9\nb,9.7\nc,9.6\n', 'Name by Time; #1 largest'],
  ['what is called a value', 'name,age,score\na,1,8\nb,5,2\nc,3,4\n', 'name by score; #1 largest; facts age'],
  ['what the rows are sorted by', 'name,age,height\na,1,9\nb,5,8\nc,3,7\n', 'name by height; #1 largest; facts age'],
  ['numbers of rows', ',name,size\n0,a,1\n1,b,2\n2,c,9\n', 'name by size; #1 largest'],
  ['semicolons and decimal commas', 'name;size\na;1,5\nb;12,25\n', 'name by size; #1 largest', [1.5, 12.25]],
  [
    'points for thousands, commas for decimals',
    'name;size\na;1.234,5\nb;12.345.678,25\n',
    'name by size; #1 largest',
    [1234.5, 12345678.25],
  ],
  [
    'points for thousands, known from another column',
    'name;size;share\na;1.234;0,5\nb;2.345;0,7\n',
    'name by size; #1 largest; facts share',
    [1234, 2345],
  ],
  ['tabs', 'name\tsize\na\t1\nb\t2\n', 'name by size; #1 largest', [1, 2]],
  ['bars', 'name|size\na|1\nb|2\n', 'name by size; #1 largest', [1, 2]],
  ['commas for thousands, quoted', 'name,size\na,"1,234"\nb,"12,345,678.5"\n', 'name by size; #1 largest', [1234, 12345678.5]],
  ['commas for thousands only', 'name,size\na,"1,234"\nb,"2,345"\n', 'name by size; #1 largest', [1234, 2345]],
  ['spaces for thousands', 'name,size\na,1 234\nb,12 345 678\n', 'name by size; #1 largest', [1234, 12345678]],
  ['no-break spaces and apostrophes', 'name,size\na,1\u00a0234\nb,12’345\n', 'name by size; #1 largest', [1234, 12345]],
  ['true minus signs and exponents', 'name,size\na,−1.5\nb,2e3\n', 'name by size; #1 largest', [-1.5, 2000]],
  ['dollars before numbers', 'name,gross\na,"$1,234"\nb,$5\n', 'name by gross in USD; #1 largest', [1234, 5]],
  ['a minus before dollars', 'name,gross\na,-$12\nb,$5\n', 'name by gross in USD; #1 largest', [-12, 5]],
  ['euros after numbers', 'name;gross\na;1,5 €\nb;5,0 €\n', 'name by gross in EUR; #1 largest', [1.5, 5]],
  ['per cent signs', 'name,share\na,12%\nb,3.5%\n', 'name by share in %; #1 largest', [12, 3.5]],
  ['units after numbers', 'name,size\na,12 km\nb,3.5 km\n', 'name by size in km; #1 largest', [12, 3.5]],
  ['missing values', 'name,size\na,1\nb,\nc,N/A\nd,–\ne,..\nf,5\n', 'name by size; #1 largest; without 3 4 5 6', [1, 5]],
  ['a row without a name', 'name,size\na,1\n,2\nb,3\n', 'name by size; #1 largest; without 3'],
  ['a byte order mark and CRLF', '\ufeffname,size\r\na,1\r\nb,2\r\n', 'name by size; #1 largest', [1, 2]],
  ['white space around cells', 'name , size\n a , 1\nb,2 \n', 'name by size; #1 largest', [1, 2]],
  ['rows of empty cells', 'name,size\na,1\n,\n\nb,2\n', 'name by size; #1 largest', [1, 2]],
  ['a group', 'name,kind,size\na,x,1\nb,y,2\nc,x,3\nd,y,4\n', 'name by size; #1 largest; group kind'],
  [
    'a group called so, among others',
    'name,note,region,size\na,p,x,1\nb,q,y,2\nc,p,x,3\nd,q,y,4\n',
    'name by size; #1 largest; group region; facts note',
  ],
  ['names that a few rows share', 'name,size\nSmith,1\nSmith,2\nMiller,3\n', 'name by size; #1 largest'],
  [
    'the first of several that name each row',
    'building,city,size\na,x,1\nb,y,2\nc,z,5\n',
    'building by size; #1 largest; facts city',
  ],
  [
    'the one that names each row before one that does not',
    'country,city,size\na,x,1\na,y,2\nb,z,5\n',
    'city by size; #1 largest; facts country',
  ],
  ['ids for links', 'id,name,size\nfirst-one,a,1\nsecond,b,2\n', 'name by size; #1 largest; id id'],
  ['numbers as ids', 'id,name,size\n17,a,1\n4,b,2\n9,c,1\n', 'name by size; #1 largest'],
  ['codes that begin with zero', 'name,zip,size\na,012,1\nb,345,2\n', 'name by size; #1 largest; facts zip'],
  [
    'numbers of twenty digits',
    'name,serial,size\na,12345678901234567890,1\nb,12345678901234567891,2\n',
    'name by size; #1 largest; facts serial',
  ],
  ['years as names', 'year,size\n1999,1\n2000,5\n2001,2\n', 'year by size; #1 largest'],
  ['a year as the name of a column', 'name,2023\na,1\nb,5\n', 'name by 2023; #1 largest'],
  [
    'years that many rows share',
    'year,place,size\n1999,a,1\n1999,b,5\n2000,a,2\n2000,b,3\n',
    'place by size; #1 largest; without 2 3',
  ],
  ['numbers that are but a few', 'name,cluster,size\na,1,4\nb,1,9\nc,1,7\nd,2,5\n', 'name by size; #1 largest; facts cluster'],
  [
    'years of long ago',
    'name,first ascent,height\nMont Blanc,1786,4806\nDenali,1913,6190\nLogan,1925,5959\n',
    'name by height; #1 largest; facts first ascent',
  ],
  ['years beside names', 'name,founded,size\na,1999,1\nb,1890,5\nc,2001,2\n', 'name by size; #1 largest; facts founded'],
  ['places', 'name,lat,lon,size\na,1.5,2.5,1\nb,5,3,5\n', 'name by size; #1 largest'],
  ['ISO codes', 'iso3,name,size\nAAA,a,1\nBBB,b,5\n', 'name by size; #1 largest'],
  ['long texts are not told', `name,about,size\na,${'words '.repeat(20)},1\nb,x,5\n`, 'name by size; #1 largest'],
  ['other letters', '名前,高さ\n富士山,3776\n北岳,3193\n', '名前 by 高さ; #1 largest'],
  ['a list of objects', '[{"name":"a","size":1},{"name":"b","size":2}]', 'name by size; #1 largest', [1, 2]],
  [
    'a list within an object',
    '{"about":1,"records":[{"name":"a","size":1},{"size":2,"name":"b"}]}',
    'name by size; #1 largest',
    [1, 2],
  ],
  [
    'nulls, booleans and lists in JSON',
    '[{"name":"a","size":null,"tags":[1]},{"name":"b","size":2,"ok":true}]',
    'name by size; #1 largest; facts ok; without 1',
    [2],
  ],
  ['long numbers in JSON', '[{"name":"a","serial":12345678901234567890,"size":1}]', 'name by size; #1 largest; facts serial'],
  ['numbers as texts in JSON', '[{"name":"a","size":"1,234"},{"name":"b","size":"5"}]', 'name by size; #1 largest', [1234, 5]],
]

describe('understood', () => {
  test.each(UNDERSTOOD)('%s', (_, text, expected, numbers) => {
    const draft = inferred(text)
    expect(told(draft)).toBe(expected)
    if (numbers) expect(values(draft)).toEqual(numbers)
  })

  test('UTF-16 with its mark', () => {
    expect(told(inferred(Buffer.from('\ufeffname\tsize\na\t1\nb\t2\n', 'utf16le')))).toBe('name by size; #1 largest')
  })

  test('a data package beside the file says title, source and unit', () => {
    const described = readDescription(
      JSON.stringify({
        title: 'All',
        sources: [{ title: 'An office' }],
        resources: [{ path: 'list.csv', title: 'The list', schema: { fields: [{ name: 'size', unit: 'km' }] } }],
      }),
      'list.csv',
    )
    const draft = inferred('name,size\na,1\n', 'folder/list.csv', described)
    expect([told(draft), draft.title, draft.source]).toEqual(['name by size in km; #1 largest', 'The list', 'An office'])
  })
})

const REFUSED: [what: string, file: string, message: string][] = [
  ['an empty file', '', 'list.csv:1:1 found an empty file'],
  ['a header alone', 'name,size\n', 'list.csv:1:1 found no rows'],
  ['no header', 'a,1\nb,2\n', 'list.csv:1:3 found `1` as the name of a column'],
  ['no number', 'name,kind\na,x\nb,y\n', 'expected at least a name and a number; the file lacks a column of numbers'],
  ['numbers only', 'width,size\n1.5,2\n2.5,3\n', 'the file lacks a column of names'],
  ['a ragged row', 'name,size\na,1\nb,2,3\n', 'list.csv:3:1 found 3 cells, expected 2'],
  ['a quote that is never closed', 'name,size\na,1\n"b,2\n', 'list.csv:3:1 found a quote'],
  ['a number that reads both ways', 'name;size\na;1,234\nb;2,345\n', 'list.csv:2:3 found `1,234`, which is a thousand to some'],
  ['numbers of twenty digits alone', 'name,size\na,12345678901234567890\n', 'list.csv:2:3 size: found `12345678901234567890`'],
  ['no JSON', '[{"name":"a",}]', 'list.csv:1:14 is no JSON'],
  ['a key twice', '[{"name":"a","size":1,"size":2}]', 'list.csv:1:23 found a key again'],
  ['JSON without rows', '{"a":1}', 'list.csv:1:1 found no list of rows'],
  ['JSON rows that are no objects', '[{"a":1},7]', 'list.csv:1:10 found a row that is no object'],
  ['no row with a value', 'name,size\na,\nb,\n', 'lacks a column of numbers'],
]

describe('refused, with the place', () => {
  test.each(REFUSED)('%s', (_, text, message) => {
    expect(() => inferred(text)).toThrow(InputError)
    expect(() => inferred(text)).toThrow(message)
  })

  test('another encoding', () => {
    const cyrillic = Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0])
    const bytes = Buffer.concat([Buffer.from('name,size\n'), cyrillic, Buffer.from(',1\n')])
    expect(() => inferred(bytes)).toThrow('list.csv:1:1 found neither UTF-8, UTF-16 nor Windows-1252')
  })
})

test('titles and files are named after the table, whatever its name', () => {
  const names = ['folder/big-rivers_2024.csv', 'C:\\data\\北.csv', '.csv'].map((file) => inferred('name,size\na,1\n', file))
  expect(names.map(({ title, table }) => `${title} | ${table}`)).toEqual([
    'Big rivers 2024 | big-rivers-2024',
    '北 | table',
    'Size | table',
  ])
})

test('columns get names that TypeScript takes', () => {
  const draft = inferred(
    'Name,class,2nd try,print,Print!,__proto__,rank,size\na,1,2,3,4,5,x,9\nb,2,3,4,5,6,y,5\nc,7,7,7,7,7,z,1\n',
  )
  expect(draft.columns.map(({ column, property }) => `${column} ${property}`)).toEqual([
    'name name',
    'size size',
    'class classInTable',
    'n_2nd_try n2ndTry',
    'print printInTable',
    'print_2 print2',
    'proto proto',
    'rank rankInTable',
  ])
})

describe('acts', () => {
  const acts = (values: readonly number[]) =>
    inferred(`name,size\n${values.map((value, index) => `n${index},${value}`).join('\n')}\n`).acts.map(
      ({ from, to }) => `${from}-${to}`,
    )

  test.each([
    ['a few rows are one', [1, 5, 9], ['3-1']],
    ['the largest stands alone where it is far away', [1, 2, 3, 40, 41, 42, 43, 44, 45, 500], ['10-8', '7-1']],
    [
      'the smallest do not',
      [1, ...Array.from({ length: 12 }, (_, index) => 500 + index), ...Array.from({ length: 12 }, (_, index) => 900 + index)],
      ['25-19', '18-13', '12-1'],
    ],
  ])('%s', (_, values, expected) => expect(acts(values)).toEqual(expected))
})
