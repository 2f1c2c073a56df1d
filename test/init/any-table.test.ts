import { describe, expect, test } from 'vitest'
import { readDescription } from '../../src/init/described.ts'
import { type Inferred, infer } from '../../src/init/infer.ts'
import type { Overrides } from '../../src/init/overrides.ts'
import { understood } from '../../src/init/understood.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const NOTHING = readDescription(undefined, '')

function inferred(text: string | Uint8Array, overrides: Overrides = {}, file = 'list.csv'): Inferred {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return infer({ file, bytes, described: NOTHING, date: '2024-01-01', overrides })
}

/** `name by value in unit, first, rank; left out: names`. */
function told({ draft }: Inferred): string {
  const { name, value, unit, first, rank, group, language, leftOut } = understood(draft)
  const parts = [
    `${name} by ${value}${unit === null ? '' : ` in ${unit}`}`,
    first === 'largest' ? '' : first,
    rank === null ? '' : `rank ${rank}`,
    group === null ? '' : `group ${group}`,
    language === 'en' ? '' : language,
    leftOut.length === 0 ? '' : `without ${leftOut.map((each) => each.name || each.line).join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

const values = ({ draft }: Inferred) => draft.rows.map((row) => draft.value.source.numbers?.[row])
const lines = (...rows: string[]) => `${rows.join('\n')}\n`

const UNDERSTOOD: [what: string, file: string, expected: string, values?: readonly number[]][] = [
  [
    'keys and dates above the head',
    lines('Data Source,World Indicators', 'Last Updated,2019-02-14', '', 'Town,Code,Size', 'Ulm,UL,5', 'Bonn,BN,9'),
    'Town by Size',
    [5, 9],
  ],
  [
    'a title, a unit line below the head, notes below',
    lines(
      'Rivers of the region;;',
      'River;Length;Basin',
      ';(km);(km²)',
      'Aba;1.234,5;10',
      'Bex;934,0;12',
      'Cor;12,25;7',
      '',
      'Source: An office',
      '* estimated',
    ),
    'River by Length (km) in km',
    [1234.5, 934, 12.25],
  ],
  [
    'a head of two lines',
    lines(
      'Town\tPopulation\t\tArea',
      '\t2010\t2020\tkm²',
      'Aba\t10\t42\t5',
      'Bex\t20\t33\t7',
      'Cor\t30\t25\t6',
      'Dun\t25\t11\t9',
    ),
    'Town by Population 2020',
  ],
  [
    'a total below a gap of ranks, and a mean',
    lines('Rank,Team,Goals', '1,Aba,30', '2,Bex,20', '3,Cor,10', ',Average,20', ',Total,60'),
    'Team by Goals; rank Rank; without Average, Total',
  ],
  [
    'a total whose word stands in another column',
    lines('Group,Town,Size', 'x,Aba,5', 'y,Bex,3', 'x,Cor,4', 'y,Dun,2', 'Total,,14'),
    'Town by Size; group Group; without Total',
  ],
  [
    'a company that is called Total',
    lines('Rank,Company,Sales', '1,Aba,90', '2,Total,70', '3,Cor,60', '4,Dun,50'),
    'Company by Sales; rank Rank',
  ],
  ['ranks with ties', lines('Pl.,Name,Punkte', '1.,Aba,30', '2.=,Bex,20', '2.=,Cor,20', '4.,Dun,10'), 'Name by Punkte; rank Pl.'],
  [
    'ranks that are ordinals',
    lines('Place,Runner,Time', '1st,Aba,59:12', '2nd,Bex,59:48', '3rd,Cor,1:00:03'),
    'Runner by Time in s; smallest; rank Place',
    [3552, 3588, 3603],
  ],
  [
    'ranks in a language of which nothing is known',
    lines('Nr rzędu,Miasto,Ludność', '1,Aba,900', '2,Bex,700', '3,Cor,600'),
    'Miasto by Ludność; rank Nr rzędu',
  ],
  [
    'a blank rank in the middle',
    lines('Rank,Place,Size', '1,Aba,90', '–,Bex,80', '2,Cor,70', '3,Dun,60', '4,Eck,50'),
    'Place by Size; rank Rank; without Bex',
  ],
  [
    'scale words of two languages in one column',
    lines('Firm\tRevenue', 'Aba\t$1.2 billion', 'Bex\t943.4M', 'Cor\t$834,1 Mio.', 'Dun\t$ 12 Tsd.'),
    'Firm by Revenue in USD',
    [1.2e9, 943.4e6, 834.1e6, 12e3],
  ],
  [
    'two currencies in one column',
    lines('Firm;Umsatz', 'Aba;12,5 €', 'Bex;11,0 €', 'Cor;9,75 €', 'Dun;14,0 $', 'Eck;3,5 €'),
    'Firm by Umsatz in EUR; de; without Dun',
  ],
  [
    'brackets and trailing signs for minus',
    lines('Firm,Profit', 'Aba,"(1,200)"', 'Bex,300-', 'Cor,+450', 'Dun,−20'),
    'Firm by Profit',
    [-1200, -300, 450, -20],
  ],
  [
    'two units in one cell',
    lines('Peak,Height', 'Aba,"8,849 m (29,032 ft)"', 'Bex,"8,611 m (28,251 ft)"', 'Cor,"8,586 m (28,169 ft)"'),
    'Peak by Height in m',
    [8849, 8611, 8586],
  ],
  [
    'footnotes of all kinds',
    lines('Town\tSize', 'Aba*\t1,234[a]', 'Bex†\t2,345 [note 2]', 'Cor[3]\t12,345*', 'Dun¹\t3,456²'),
    'Town by Size',
    [1234, 2345, 12345, 3456],
  ],
  [
    'a few words among numbers',
    lines('Name,Score', 'Aba,12', 'Bex,DNF', 'Cor,15', 'Dun,11', 'Eck,9'),
    'Name by Score; without Bex',
    [12, 15, 11, 9],
  ],
  [
    'missing in many spellings',
    lines('Name;Wert', 'Aba;12,5', 'Bex;k. A.', 'Cor;#NV', 'Dun;–', 'Eck;n/a', 'Fa;13,5', 'Ga;1,5'),
    'Name by Wert; de; without Bex, Cor, Dun, Eck',
  ],
  [
    'a code and a time beside the name',
    lines(
      'code,when,station,reading',
      'AB1,2020-01-01T10:00,North,5',
      'CD2,2020-01-02T10:00,South,9',
      'EF3,2020-01-03T10:00,East,7',
    ),
    'station by reading',
  ],
  [
    'a value beside year, id and place',
    lines('id,town,year,lat,lon,visitors', '17,Aba,1999,1.5,2.5,12', '4,Bex,2004,3.5,1.5,40', '9,Cor,1987,2.5,7.5,25'),
    'town by visitors',
  ],
  [
    'the newest year of a wide table',
    lines('Town,2018,2019,2020', 'Aba,5,6,7', 'Bex,9,8,10', 'Cor,3,4,2'),
    'Town by 2020',
    [7, 10, 2],
  ],
  [
    'the newest year that most have',
    lines('Town,2018,2019,2020', 'Aba,5,6,', 'Bex,9,8,', 'Cor,3,4,2', 'Dun,3,5,'),
    'Town by 2019',
  ],
  [
    'the latest slice of a long table',
    lines('Town,Year,Size', 'Aba,2019,5', 'Aba,2020,6', 'Bex,2019,9', 'Bex,2020,8', 'Cor,2019,1', 'Cor,2020,2'),
    'Town by Size; without Aba, Bex, Cor',
    [6, 8, 2],
  ],
  ['an amount before its share', lines('Name,Share,Votes', 'Aba,50%,500', 'Bex,30%,300', 'Cor,20%,200'), 'Name by Votes'],
  [
    'columns set apart by spaces',
    lines('name      size   kind', '--------  -----  ----', 'Aba Ox    1,234  one', 'Bex       12     two'),
    'name by size',
    [1234, 12],
  ],
  ['empty rows and columns of a spreadsheet', lines('Name,Size,,', 'Aba,5,,', 'Bex,9,,', ',,,', ',,,'), 'Name by Size', [5, 9]],
  [
    'rows that are shorter than the head',
    lines('Name,Size,Kind,Note', 'Aba,5,x,y', 'Bex,9', 'Cor,7,z'),
    'Name by Size',
    [5, 9, 7],
  ],
  [
    'a head that comes again',
    lines('Name,Size', 'Aba,5', 'Bex,9', 'Name,Size', 'Cor,7'),
    'Name by Size; without Name',
    [5, 9, 7],
  ],
  [
    'a scale in the name of the column',
    lines('Land;Einwohner (Mio.)', 'Aba;13,37', 'Bex;0,68'),
    'Land by Einwohner (Mio.); de',
    [13370000, 680000],
  ],
  [
    'apostrophes and thin spaces',
    lines('Ort;Fläche', "Aba;12'345", 'Bex;1 234', "Cor;987'654'321"),
    'Ort by Fläche; de',
    [12345, 1234, 987654321],
  ],
  ['commas as in India', lines('Name,Amount', 'Aba,"12,34,567"', 'Bex,"1,23,45,678"'), 'Name by Amount', [1234567, 12345678]],
  ['digits of another script', lines('Name,Amount', 'Aba,١٢٣', 'Bex,٤٥'), 'Name by Amount', [123, 45]],
  [
    'powers of ten',
    lines('Star,Mass', 'Aba,1.5×10³ kg', 'Bex,2.1 × 10^4 kg', 'Cor,5e2 kg'),
    'Star by Mass in kg',
    [1500, 21000, 500],
  ],
  ['quotes in what was copied from a page', lines('Song\tPlays', '"Heroes\t12', 'Ashes "to" Ashes\t9'), 'Song by Plays', [12, 9]],
  ['rows as JSON lists', '[["Name","Size"],["Aba",5],["Bex",9.125]]', 'Name by Size', [5, 9.125]],
  ['a map of JSON', '{"Aba": 5, "Bex": 9, "Cor": 7}', 'name by value', [5, 9, 7]],
  ['a map of JSON objects', '{"Aba": {"size": 5}, "Bex": {"size": 9}}', 'name by size', [5, 9]],
  ['columns of JSON', '{"name": ["Aba", "Bex"], "size": [5, 9]}', 'name by size', [5, 9]],
  [
    'JSON within JSON',
    '{"meta": {"n": 2}, "result": {"rows": [{"who": {"name": "Aba"}, "size": 5}, {"who": {"name": "Bex"}, "size": 9}]}}',
    'name by size',
    [5, 9],
  ],
  ['head and rows of JSON apart', '{"columns": ["name", "size"], "data": [["Aba", 5], ["Bex", 9]]}', 'name by size', [5, 9]],
  [
    'what a service says before its rows',
    '[{"page": 1}, [{"name": "Aba", "size": 5}, {"name": "Bex", "size": 9}]]',
    'name by size',
    [5, 9],
  ],
  ['JSON lines', '{"name":"Aba","size":5}\n{"name":"Bex","size":9}\n', 'name by size', [5, 9]],
  [
    'a table of Markdown between sentences',
    lines(
      '# Sizes',
      '',
      'Some words.',
      '',
      '| Name | Size |',
      '|:-|-:|',
      '| **Aba** | 1,234 |',
      '| [Bex](https://example.org) | 12 |',
      '',
      'More words, with commas.',
    ),
    'Name by Size',
    [1234, 12],
  ],
  [
    'a table of HTML',
    '<!doctype html><p>Words</p><table><caption>Sizes</caption><tr><th>Name<th>Size<sup>[1]</sup><tr><td>Aba<sup>a</sup><td>1,234<tr><td>Bex<td><span style="display:none">7</span>12 km<sup>2</sup></table>',
    'Name by Size in km²',
    [1234, 12],
  ],
  [
    'cells of HTML that span rows',
    '<table><tr><th>Kind<th>Name<th>Size<tr><td rowspan=2>x<td>Aba<td>5<tr><td>Bex<td>9<tr><td rowspan=2>y<td>Cor<td>7<tr><td>Dun<td>3</table>',
    'Name by Size; group Kind',
    [5, 9, 7, 3],
  ],
  [
    'places among sums of places',
    lines(
      'Entity,Code,Size',
      ...['Aba', 'Bex', 'Cor', 'Dun', 'Eck', 'Fau', 'Gol', 'Hut'].map((name, index) => `${name},C${index}X,${index + 3}`),
      'Africa,,20',
      'High income,,15',
      'World,OWID_WRL,52',
    ),
    'Entity by Size; without Africa, High income, World',
  ],
  ['Windows-1252 and UTF-16', lines('Name,Size', 'Aba,5', 'Bex,9'), 'Name by Size', [5, 9]],
  [
    'marathon times without ranks',
    lines('Läuferin;Zeit', 'Aba;2:14:04', 'Bex;2:15:25', 'Cor;2:17:01'),
    'Läuferin by Zeit in s; smallest; de',
    [8044, 8125, 8221],
  ],
  [
    'dates of films and their gross',
    lines('Released,Film,Gross', '12 Mar 1999,Aba,$120M', '4 Jul 2001,Bex,$90.5M', '25 Dec 1995,Cor,$1.1B'),
    'Film by Gross in USD',
    [120e6, 90.5e6, 1.1e9],
  ],
  [
    'flags of statistics after numbers',
    lines('Land\tRate', 'Aba\t12.5 e', 'Bex\t11.0', 'Cor\t9.5 p', 'Dun\t8.25', 'Eck\t:'),
    'Land by Rate; without Eck',
    [12.5, 11, 9.5, 8.25],
  ],
  [
    'what the table of a league is ranked by',
    lines(
      'Pl.;Verein;Sp.;S;U;Tore;Diff.;Punkte',
      '1.;Aba;34;24;5;97:37;+60;77',
      '2.;Bex;34;22;3;85:52;+33;69',
      '3.;Cor;34;19;7;80:47;+33;64',
      '4.;Dun;34;17;7;72:37;+35;58',
    ),
    'Verein by Punkte; rank Pl.',
  ],
  [
    'names before the years they repeat in',
    lines('Player,Season,Goals', 'Aba,2016,25', 'Aba,2018,30', 'Bex,2018,32', 'Bex,2019,22'),
    'Player by Goals',
  ],
  ['spaces before quotes', lines('Name, Size, Note', 'Aba, 5, "a, b"', 'Bex, 9, "c, d"'), 'Name by Size', [5, 9]],
  ['prices from something on', lines('Hotel;Preis', 'Aba;ab 120 €', 'Bex;ab 85,50 €'), 'Hotel by Preis in EUR; de', [120, 85.5]],
  [
    'a measure with a total in its name',
    lines('Town,Measure,Size', 'Aba,"Rooms, total",5', 'Bex,"Rooms, total",9', 'Cor,"Rooms, total",2'),
    'Town by Size',
    [5, 9, 2],
  ],
  [
    'a head that spans two rows',
    '<table><tr><th rowspan=2>Rank<th rowspan=2>Town<th colspan=2>People<tr><th>2010<th>2020<tr><td>1<td>Aba<td>36,834<td>37,393<sup>[1]</sup><tr><td>2<td>Bex<td>21,935<td>30,291<tr><td>3<td>Cor<td>19,980<td>27,058</table>',
    'Town by People 2020; rank Rank',
    [37393, 30291, 27058],
  ],
  [
    'a line that says what all numbers are in',
    lines(
      'Sales by region,,',
      '(in thousand EUR),,',
      ',,',
      'Region,Last,Sales',
      'North,250,300',
      'South,710,700',
      'East,90,110.5',
    ),
    'Region by Sales in EUR',
    [300000, 700000, 110500],
  ],
  ['another table below', lines('Name,Size', 'Aba,5', 'Bex,9', '', 'Kind,Count', 'x,70', 'y,80'), 'Name by Size', [5, 9]],
  [
    'money has no three decimals',
    lines('Modell;Preis', 'Aba;12.990 €', 'Bex;9.990 €', 'Cor;24.500 €'),
    'Modell by Preis in EUR; de',
    [12990, 9990, 24500],
  ],
  [
    'what a database prints',
    lines(' name | size ', '------+------', ' Aba  |    5', ' Bex  |    9', '(2 rows)'),
    'name by size',
    [5, 9],
  ],
]

describe('understood', () => {
  test.each(UNDERSTOOD)('%s', (_, text, expected, numbers) => {
    const found = inferred(text)
    expect(told(found)).toBe(expected)
    if (numbers) expect(values(found)).toEqual(numbers)
  })

  test('one table in every encoding that spreadsheets write', () => {
    const text = lines('Bär;Größe', 'Äbä;1,5', 'Öx;12,25')
    const forms = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ]
    expect(forms.map((bytes) => told(inferred(bytes)))).toEqual(forms.map(() => 'Bär by Größe; de'))
    expect(inferred(Buffer.from(text, 'latin1')).notes).toContain('read as Windows-1252, since it is no UTF-8')
  })
})

const ASKED: [what: string, file: string, flag: string, candidates: readonly string[]][] = [
  [
    'several measures in no order',
    lines('Name,Mass,Radius,Heat', 'Aba,1.5,3,9', 'Bex,0.5,7,4', 'Cor,2.5,5,6'),
    'value',
    ['Mass', 'Radius', 'Heat'],
  ],
  ['years alone', lines('Name,Start,End', 'Aba,1702,1714', 'Bex,1714,1727', 'Cor,1727,1760'), 'value', ['Start', 'End']],
  ['one column twice', lines('Name,Size,Size', 'Aba,5,2', 'Bex,9,7', 'Cor,1,8'), 'value', ['Size', 'Size (2)']],
  ['what rises with the years', lines('year,wheat,wages', '1600,5,9', '1610,3,12', '1620,4,8'), 'value', ['wheat', 'wages']],
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

const REFUSED: [what: string, file: string | Uint8Array, message: string][] = [
  ['a PDF', '%PDF-1.7 and so on', 'list.csv:1:1 found a PDF document, expected a table; copy'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a workbook of Excel before 2007'],
  ['a damaged workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'list.csv:1:1 found a damaged workbook'],
  ['a page without a table', '<!doctype html><p>Nothing</p>', 'found an HTML page without a table'],
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
    lines('Name,Salary,Rooms', 'Aba,50-60k,3', 'Bex,40-50k,5', 'Cor,70-80k,2'),
    'list.csv:2:5 Salary: found `50-60k`, expected a number as this column seems to hold',
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

describe('what the author says goes before', () => {
  const text = lines('Rank,Name,Kind,Age,Size', '1,Aba,x,30,9', '2,Bex,y,10,7', '3,Cor,x,20,5', '4,Dun,y,40,3')
  test.each([
    [{}, 'Name by Size; rank Rank; group Kind'],
    [{ value: 'Age' }, 'Name by Age; rank Rank; group Kind'],
    [{ value: 'age', rank: 'none' }, 'Name by Age; group Kind'],
    [{ first: 'smallest' }, 'Name by Size; smallest; group Kind'],
    [{ first: 'file', rank: 'none' }, 'Name by Size; file; group Kind'],
    [{ group: 'none', unit: 'km' }, 'Name by Size in km; rank Rank'],
    [{ name: 'Kind' }, 'Kind by Size; rank Rank'],
  ] satisfies [Overrides, string][])('%j', (overrides, expected) => expect(told(inferred(text, overrides))).toBe(expected))

  test('the first few are told, the rest is counted', () => {
    const { draft } = inferred(text, { top: 3, rank: 'none' })
    expect([draft.rows, draft.rest]).toEqual([[0, 1, 2], { count: 1, value: 3 }])
  })

  test('a unit that multiplies', () => {
    expect(values(inferred(text, { unit: 'USD million' }))).toEqual([9e6, 7e6, 5e6, 3e6])
  })

  test('the title', () => expect(inferred(text, { title: 'All of it' }).draft.title).toBe('All of it'))
})

test('ranks that do not follow the values are told', () => {
  const text = lines('Rank,Name,Size', '1,Aba,9', '2,Bex,3', '3,Cor,7', '4,Dun,5')
  expect(inferred(text).notes.join()).toContain('the ranks in `Rank` do not follow `Size`')
})
