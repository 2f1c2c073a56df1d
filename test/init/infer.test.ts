import { describe, expect, test } from 'vitest'
import type { Overrides } from '../../src/init/choose-roles.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { inferred, lines, told, values } from './tell-inferred.ts'

const ASKED: [what: string, file: string, flag: string, candidates: readonly string[]][] = [
  [
    'several measures in no order',
    lines('Name,Mass,Radius,Heat', 'Aba,1.5,3,9', 'Bex,0.5,7,4', 'Cor,2.5,5,6'),
    'value',
    ['Mass', 'Radius', 'Heat'],
  ],
  ['what rises by no time', 'Star,Distance,Moons\nAba,2,0\nBex,3,0\nCor,5,9\nDun,7,2\nEck,9,1\n', 'value', ['Distance', 'Moons']],
  ['years alone', lines('Name,Start,End', 'Aba,1702,1714', 'Bex,1714,1727', 'Cor,1727,1760'), 'value', ['Start', 'End']],
  ['one column twice', lines('Name,Size,Size', 'Aba,5,2', 'Bex,9,7', 'Cor,1,8'), 'value', ['Size', 'Size (2)']],
  ['what rises with the years', 'year,wheat,wages\n1600,9,5\n1610,7,12\n1620,4,8\n1630,3,9\n', 'value', ['wheat', 'wages']],
  [
    'times in no order',
    lines('Runner,Time', 'Aba,2:10:00', 'Bex,2:05:00', 'Cor,2:07:00'),
    'first',
    ['smallest', 'largest', 'file'],
  ],
  ['years in no order', lines('Town,Founded', 'Aba,1500', 'Bex,1100', 'Cor,1300'), 'first', ['smallest', 'largest', 'file']],
  [
    'several tables of a page',
    '<table><tr><th>Name<th>A<tr><td>Aba<td>1</table><table><tr><th>Name<th>B<tr><td>Aba<td>2</table>',
    'sheet',
    ['1', '2'],
  ],
  [
    'tables side by side',
    lines('Men,,,Women,', 'Name,Goals,,Name,Goals', 'Aba,12,,Dun,7', 'Bex,9,,Eck,5', 'Cor,4,,,'),
    'sheet',
    ['Men', 'Women'],
  ],
  [
    'what may be one table or two',
    lines('Name,Size,,Hill,Height', 'Aba,12,,Dun,7', 'Bex,9,,Eck,5', 'Cor,4,,Fox,3'),
    'sheet',
    ['columns 1 to 2', 'columns 4 to 5', 'columns 1 to 5'],
  ],
]

describe('asked, not guessed', () => {
  test.each(ASKED)('%s', (_, text, flag, candidates) => {
    const error = caught(() => inferred(text))
    if (!(error instanceof ChoiceError)) throw error
    expect([error.choice.flag, error.choice.candidates.map(({ value }) => value)]).toEqual([flag, candidates])
    expect(error.message).toContain(`--${flag}`)
    // Every way out that is named works.
    for (const value of candidates) expect(told(inferred(text, { first: 'largest', [flag]: value }))).toContain('by')
  })
})

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test.each([
  ['losses in no order', lines('Firm,Result', 'Aba,-45', 'Bex,-12', 'Cor,-35')],
  ['lows in no order', lines('Town,Lowest rent', 'Aba,45', 'Bex,12', 'Cor,35')],
])('%s are asked for their end', (_, text) => {
  expect(() => inferred(text)).toThrow(/#1\? Found `smallest` \(the lowest\), `largest` \(the highest\)/)
})

const REFUSED: [what: string, file: string | Uint8Array, message: string][] = [
  ['a header alone', 'name,size\n', 'list.csv:1:1 found no rows'],
  ['no header', 'a,1\nb,2\n', 'list.csv:1:3 found `1` as the name of a column'],
  ['no number', 'name,kind\na,x\nb,y\n', 'expected at least a name and a number; the file lacks a column of numbers'],
  ['ranks alone', 'Rank,Town\n1,Aba\n2,Bex\n3,Cor\n', 'the file lacks a column of numbers to rank by'],
  ['numbers only', 'width,size\n1.5,2\n2.5,3\n', 'the file lacks a column of names'],
  ['a ragged row', 'name,size\na,1\nb,2,3\n', 'list.csv:3:1 found 3 cells, expected 2'],
  ['a number that reads both ways', 'name;size\na;1,234\nb;2,345\n', 'list.csv:2:3 found `1,234`, which is a thousand to some'],
  ['numbers of twenty digits alone', 'name,size\na,12345678901234567890\n', 'list.csv:2:3 size: found `12345678901234567890`'],
  ['no row with a value', 'name,size\na,\nb,\n', 'lacks a column of numbers'],
  ['a long row', lines('Name,Size', 'Aba,1,234', 'Bex,12'), 'list.csv:2:1 found 3 cells, expected 2 as in line 1'],
  ['a column that is not there', lines('Name,Size', 'Aba,5'), '--value: found no column `Sise`'],
  [
    'names once for each sex',
    lines('Town,Sex,Size', 'Aba,f,5', 'Aba,m,6', 'Bex,f,7', 'Bex,m,8', 'Cor,f,9', 'Cor,m,1'),
    'found each `Town` 2 times, once for every `Sex`',
  ],
  [
    'numbers that are not exact',
    lines('Star,Mass', 'Aba,1.5×10³⁰ kg', 'Bex,2e29 kg'),
    'list.csv:2:5 Mass: found `1.5×10³⁰ kg`, expected numbers within',
  ],
  [
    'a measure that cannot be read beside another column',
    lines('Name,Salary,Rooms', 'Aba,55k,3', 'Bex,40-50k,5', 'Cor,70-80k,2', 'Dun,30-40k,7', 'Eck,none,1'),
    'list.csv:3:5 Salary: found `40-50k`, expected a number as this column seems to hold',
  ],
  ['sentences', 'Dear all,\nthis is no table.\n', 'the file lacks a column of numbers'],
]

describe('refused, with a way out', () => {
  test.each(REFUSED)('%s', (what, file, message) => {
    const error = caught(() => inferred(file, what.includes('not there') ? { value: 'Sise' } : {}))
    expect(error).toBeInstanceOf(InputError)
    expect(String(error)).toContain(message)
  })
})

test('a long table by two other columns is refused, whatever years it has', () => {
  const rows = ['Aba', 'Bex', 'Cor', 'Dun'].flatMap((name, at) =>
    ['f', 'm'].flatMap((sex) => [2020, 2021].map((year) => `${name},${sex}x,${year},${at + year / 1000}`)),
  )
  expect(() => inferred(lines('country,sex,year,rate', ...rows))).toThrow('found each `country` 2 times, once for every `sex`')
})

describe('what the author says goes before', () => {
  const text = lines('Rank,Name,Kind,Age,Size', '1,Aba,x,30,9', '2,Bex,y,10,7', '3,Cor,x,20,5', '4,Dun,y,40,3')
  test.each([
    [{}, 'Name by Size; rank Rank; group Kind; facts Age'],
    [{ value: 'Age' }, 'Name by Age; rank Rank; group Kind; facts Size'],
    [{ value: 'age', rank: 'none' }, 'Name by Age; group Kind; facts Size'],
    [{ rank: 'Age' }, 'Name by Size; rank Age; group Kind'],
    [{ first: 'largest' }, 'Name by Size; rank Rank; group Kind; facts Age'],
    [{ first: 'smallest' }, 'Name by Size; smallest; group Kind; facts Age'],
    [{ first: 'file' }, 'Name by Size; file; group Kind; facts Age'],
    [{ first: 'file', rank: 'none' }, 'Name by Size; file; group Kind; facts Age'],
    [{ group: 'none', unit: 'km' }, 'Name by Size in km; rank Rank; facts Kind, Age'],
    [{ name: 'Kind' }, 'Kind by Size; rank Rank; facts Name, Age'],
  ] satisfies [Overrides, string][])('%j', (overrides, expected) => expect(told(inferred(text, overrides))).toBe(expected))

  test('the first few are told, the rest is counted', () => {
    const { draft } = inferred(text, { top: 3, rank: 'none' })
    expect([draft.rows, draft.rest]).toEqual([[0, 1, 2], { count: 1, value: 3 }])
  })

  test('a unit that multiplies', () => {
    expect(values(inferred('Name,Size\nAba,0.0000001\n', { unit: 'USD million' }))).toEqual([0.1])
    expect(values(inferred(text, { unit: 'USD million' }))).toEqual([9e6, 7e6, 5e6, 3e6])
  })

  test('the title', () => expect(inferred(text, { title: 'All of it' }).draft.title).toBe('All of it'))
})

test('a table whose sentences are in another language than its words says so', () => {
  const notes = (head: string) => inferred(`${head}\nAba,5\nBex,3\n`).notes.join()
  expect(notes('名前,値')).toContain('the table is in a script of which no sentences are known')
})

test('ranks that do not follow the values are told', () => {
  const text = lines('Rank,Name,Size', '1,Aba,9', '2,Bex,3', '3,Cor,7', '4,Dun,5')
  expect(inferred(text).notes.join()).toContain('the ranks in `Rank` do not follow `Size`')
})

test('names of two halves are one', () => {
  const names = (text: string) => {
    const { columns, name } = inferred(text).draft
    return [columns.map(({ source }) => source.header).join(), ...name.source.cells.map(({ text }) => text)]
  }
  expect(names('id,first_name,last_name,age\n1,Ada,Byron,36\n2,,Noether,53\n')).toEqual(['Name,age,id', 'Ada Byron', 'Noether'])
  expect(names('Nachname,Tore,Vorname\nSeeler,9,Uwe\n')).toEqual(['Name,Tore', 'Uwe Seeler'])
  expect(names('First name,Goals\nAda,3\n')).toEqual(['First name,Goals', 'Ada'])
})

test('a row that is left out says why', () => {
  const why = (...rows: string[]) => inferred(lines(...rows)).draft.leftOut.map((each) => each.why)
  expect(why('Name,Score', 'Aba,12', 'Bex,DNF', 'Cor,15', 'Dun,', 'Eck,9')).toEqual([
    'its Score, `DNF`, is no number',
    'it has no Score',
  ])
  expect(why('Rank,Name,Score', '1,Aba,12', '2,Bex,11', '3,Cor,10', 'DNF,Dun,1')).toEqual(['its Rank, `DNF`, is no rank'])
})

test('names that are alike have in brackets what tells them apart', () => {
  const { draft, notes } = inferred(lines('Name,People,Age,State', 'Spring,5,31,OH', 'Spring,4,44,IA', 'Port,1,27,ME'))
  expect(draft.name.source.cells.map(({ text }) => text)).toEqual(['Spring (OH)', 'Spring (IA)', 'Port'])
  expect(notes).toContain('Name: 2 names are there twice; State stands in brackets after them')
})

test('what is read of two tables is said', () => {
  const two = lines('Name,Goals', 'Aba,12', 'Bex,9', '', 'Name,Assists', 'Cor,11', 'Dun,8', 'Eck,5')
  expect(inferred(two).notes).toContain('another table begins on line 5; it is not read')
})

test('a file whose name says nothing is called after its numbers', () => {
  const titleOf = (file: string) => inferred('name,size\na,1\n', {}, file).draft.title
  for (const file of ['t.csv', 'data (3).csv', 'Book1.csv', 'Mappe 2.csv', 'export_2.csv', '4.csv'])
    expect(titleOf(file), file).toBe('Size')
  expect(titleOf('data centres.csv')).toBe('Data centres')
  expect(titleOf('xml-files.csv')).toBe('XML files')
  expect(titleOf('New-York-Marathon.csv')).toBe('New York Marathon')
})

test('titles and files are named after the table, whatever its name', () => {
  const names = ['folder/big-rivers_2024.csv', 'C:\\data\\北.csv', '.csv'].map((file) => inferred('name,size\na,1\n', {}, file))
  expect(names.map(({ draft: { title, table } }) => `${title} | ${table}`)).toEqual([
    'Big rivers 2024 | big-rivers-2024',
    '北 | table',
    'Size | table',
  ])
})

test('columns get names that TypeScript takes', () => {
  const { draft } = inferred(
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

test('numbers that cannot be compared are refused', () => {
  const money = lines('Firm,Revenue,Currency', 'Aba,381.3,USD', 'Bex,279.2,EUR', 'Cor,37.2,JPY')
  expect(() => inferred(money)).toThrow('list.csv:3:11 Currency: found `EUR` beside `USD`, expected all numbers in one')
})

test('but not where three of five alone are such, or a word is no unit', () => {
  const pay = lines('Name,Salary,Rooms', 'Aba,55k,3', 'Bex,40-50k,5', 'Cor,70-80k,2', 'Dun,none,7', 'Eck,none,1')
  expect(told(inferred(pay, { first: 'largest' }))).toMatch(/^Name by Rooms/)
  const length = lines('Name,Length,Unit', 'Aba,9,km', 'Bex,7,some', 'Cor,5,km')
  expect(told(inferred(length))).toBe('Name by Length; facts Unit')
})

test('three of five say which mark stands before their decimals', () => {
  expect(values(inferred(lines('Name;Size', 'Aba;1,5', 'Bex;2,25', 'Cor;3,5', 'Dun;x', 'Eck;y')))).toEqual([1.5, 2.25, 3.5])
})

test('a number of JSON is what it says', () => {
  const sizes = [1.234, 12, 2.345]
  expect(values(inferred(JSON.stringify(sizes.map((size, at) => ({ name: `T${at}x`, size })))))).toEqual(sizes)
})

test('parts of a year are asked for where nothing says what they come to', () => {
  const table = lines('Name,Age,Q1,Q2,Q3', 'Aba,30,9,1,2', 'Bex,41,8,7,2', 'Cor,29,7,1,1', 'Dun,35,6,2,8')
  expect(() => inferred(table)).toThrow('Which column ranks the rows?')
})

test('the fastest or the slowest is asked where times stand in no order', () => {
  expect(() => inferred(lines('swimmer,time', 'Aba,48.01', 'Bex,47.55', 'Cor,47.91'))).toThrow('Which time is #1?')
})
