import { expect, test } from 'vitest'
import { inferred, lines, told, values } from './tell-inferred.ts'

const UNDERSTOOD: [what: string, file: string, expected: string, values?: readonly number[]][] = [
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
    'dates of films and their gross',
    lines('Released,Film,Gross', '12 Mar 1999,Aba,$120M', '4 Jul 2001,Bex,$90.5M', '25 Dec 1995,Cor,$1.1B'),
    'Film by Gross in USD',
    [120e6, 90.5e6, 1.1e9],
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
  [
    'lows from the lowest on',
    lines('Station;Tiefstwert (°C)', 'Aba;-45,9', 'Böx;-37,8', 'Cor;-35,6'),
    'Station by Tiefstwert (°C) in °C; smallest; de',
  ],
  ['losses from the largest on', lines('Firm,Result', 'Aba,-45', 'Bex,-37', 'Cor,-35'), 'Firm by Result; smallest'],
  ['spaces before quotes', lines('Name, Size, Note', 'Aba, 5, "a, b"', 'Bex, 9, "c, d"'), 'Name by Size', [5, 9]],
  ['prices from something on', lines('Hotel;Preis', 'Aba;ab 120 €', 'Bex;ab 85,50 €'), 'Hotel by Preis in EUR; de', [120, 85.5]],
  [
    'a measure with a total in its name',
    lines('Town,Measure,Size', 'Aba,"Rooms, total",5', 'Bex,"Rooms, total",9', 'Cor,"Rooms, total",2'),
    'Town by Size',
    [5, 9, 2],
  ],
  [
    'flags in a column without a name beside each year',
    lines('Place,2021,,2022,', 'A,5.5,,5.6,', 'B,6.3,b,4.2,', 'C,2.8,,2.2,b', 'D,5.1,d,4.5,', 'E,5.1,,4.6,', 'F,5.1,b,4.7,b'),
    'Place by 2022',
    [5.6, 4.2, 2.2, 4.5, 4.6, 4.7],
  ],
  ['an answer is no group', lines('Town,Coast,People', 'A,yes,5', 'B,no,4', 'C,yes,3', 'D,no,8', 'E,no,1'), 'Town by People'],
  [
    'names that are there twice',
    lines('Name,State,People', 'Spring,Ohio,5', 'Spring,Iowa,4', 'Spring,Utah,3', 'Port,Ohio,8', 'Port,Maine,1'),
    'Name by People',
  ],
]

test.each(UNDERSTOOD)('%s', (_, text, expected, numbers) => {
  const found = inferred(text)
  expect(told(found)).toBe(expected)
  if (numbers) expect(values(found)).toEqual(numbers)
})

test.each([
  ['losses in no order', lines('Firm,Result', 'Aba,-45', 'Bex,-12', 'Cor,-35')],
  ['lows in no order', lines('Town,Lowest rent', 'Aba,45', 'Bex,12', 'Cor,35')],
])('%s are asked for their end', (_, text) => {
  expect(() => inferred(text)).toThrow(/#1\? Found `smallest` \(the lowest\), `largest` \(the highest\)/)
})

test('a long table by two other columns is refused, whatever years it has', () => {
  const rows = ['Aba', 'Bex', 'Cor', 'Dun'].flatMap((name, at) =>
    ['f', 'm'].flatMap((sex) => [2020, 2021].map((year) => `${name},${sex}x,${year},${at + year / 1000}`)),
  )
  expect(() => inferred(lines('country,sex,year,rate', ...rows))).toThrow('found each `country` 2 times, once for every `sex`')
})

test('names that are alike have in brackets what tells them apart', () => {
  const { draft, notes } = inferred(lines('Name,State,People', 'Spring,Ohio,5', 'Spring,Iowa,4', 'Spring,Utah,3', 'Port,Maine,1'))
  expect(draft.name.source.cells.map(({ text }) => text)).toEqual(['Spring (Ohio)', 'Spring (Iowa)', 'Spring (Utah)', 'Port'])
  expect(notes).toContain('Name: 3 names are there twice; State stands in brackets after them')
})
