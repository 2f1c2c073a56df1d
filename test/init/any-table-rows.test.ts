import { expect, test } from 'vitest'
import { inferred, lines, told, values } from './tell-inferred.ts'

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
    'a head that spans two rows',
    '<table><tr><th rowspan=2>Rank<th rowspan=2>Town<th colspan=2>People<tr><th>2010<th>2020<tr><td>1<td>Aba<td>36,834<td>37,393<sup>[1]</sup><tr><td>2<td>Bex<td>21,935<td>30,291<tr><td>3<td>Cor<td>19,980<td>27,058</table>',
    'Town by People 2020; rank Rank',
    [37393, 30291, 27058],
  ],
  [
    'what a database prints',
    lines(' name | size ', '------+------', ' Aba  |    5', ' Bex  |    9', '(2 rows)'),
    'name by size',
    [5, 9],
  ],
  [
    'semicolons between cells, commas in titles and numbers',
    lines('Trade: Land, years, partners', 'All of it', 'Land;Wert (Mio. €)', 'A;62.543,1', 'B;23.800,0', 'C;116.100,9', 'D;5,5'),
    'Land by Wert (Mio. €) in EUR; de',
    [62543100000, 23800000000, 116100900000, 5500000],
  ],
  [
    'sums of parts among their parts, more than two of them',
    lines(
      'Part,Town,Sold',
      'N,A,10',
      'N,B,20',
      'N,Subtotal,30',
      'S,C,5',
      'S,D,6',
      'S,Subtotal,11',
      'E,E,1',
      'E,F,2',
      'E,Subtotal,3',
      ',Total,44',
    ),
    'Town by Sold; group Part; without N, S, E, Total',
    [10, 20, 5, 6, 1, 2],
  ],
  [
    'JSON whose rows lie deep beside what a service says',
    '{"ok":"yes","meta":{"page":1,"total":5},"data":{"items":[{"id":1,"of":{"name":"A","views":12}},{"id":2,"of":{"name":"B","views":34}}]}}',
    'name by views',
    [12, 34],
  ],
  [
    'a title, a source and a head whose first cell is empty',
    lines(
      '"Statistic: Sold goods, by value",',
      '"Source: Office",',
      ',"Value in million U.S. dollars"',
      'Aba,"5,650.3"',
      'Bex,2242',
    ),
    'Name by Value in million U.S. dollars in USD',
    [5650300000, 2242000000],
  ],
  [
    'several columns written into the first one',
    lines('freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \t2022 ', 'A,PC,AT\t6.0 \t6.2 b\t4.8 ', 'A,PC,BE\t5.8 \t: \t5.6 '),
    'geo by 2022',
    [4.8, 5.6],
  ],
  [
    'two tables below each other, each with a title',
    lines('Top goals', 'Name,Goals', 'Aba,12', 'Bex,9', '', 'Top assists', 'Name,Assists', 'Cor,11', 'Dun,8'),
    'Name by Goals',
    [12, 9],
  ],
  ['a row that is there twice', lines('City,Size', 'Aba,5', 'Bex,9', 'Aba,5', 'Cor,7'), 'City by Size; without Aba', [5, 9, 7]],
  [
    'ranks with their movement, and rows without one',
    lines('Rank,Town,Size', '1 ▲1,Aba,9', '2 (▼1),Bex,7', '3,Cor,5', '4 (6),Dun,4', 'DNF,Eck,1'),
    'Town by Size; rank Rank; without Eck',
    [9, 7, 5, 4],
  ],
  [
    'a country that is called as groups of countries are',
    lines(
      'Country,Size',
      'Africa Eastern and Southern,600',
      'High income,900',
      'World,1500',
      ...['South Africa', 'Chile', 'Norway', 'France', 'Brazil', 'China', 'India', 'Japan'].map(
        (name, row) => `${name},${row + 3}`,
      ),
    ),
    'Country by Size; without Africa Eastern and Southern, High income, World',
  ],
  [
    'the newest year of a wide table, provisional as it is',
    lines('Land,2021,2022,2023 (provisional)', 'Aba,5,6,7', 'Bex,3,4,5'),
    'Land by 2023 (provisional)',
    [7, 5],
  ],
]

test('a last line without its end is a row, and the head is none', () => {
  expect(inferred('Name,Size\nAba,5\nBex,9').draft.rows).toHaveLength(2)
})

test('what is read of two tables, and a name that two records have, are said', () => {
  const two = lines('Name,Goals', 'Aba,12', 'Bex,9', '', 'Name,Assists', 'Cor,11', 'Dun,8', 'Eck,5')
  expect(inferred(two).notes).toContain('another table begins on line 5; it is not read')
  expect(inferred(lines('Name,Size', 'Aba,5', 'Bex,9', 'Aba,7')).notes).toContain('`Aba` is told twice: lines 2 and 4 have it')
})

test.each(UNDERSTOOD)('%s', (_, text, expected, numbers) => {
  const found = inferred(text)
  expect(told(found)).toBe(expected)
  if (numbers) expect(values(found)).toEqual(numbers)
})
