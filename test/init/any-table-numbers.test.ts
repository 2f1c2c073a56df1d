import { expect, test } from 'vitest'
import { inferred, lines, told, values } from './tell-inferred.ts'

const UNDERSTOOD: [what: string, file: string, expected: string, values?: readonly number[]][] = [
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
  ['a small m beside what is counted', lines('City,Visitors', 'Aba,10.3m', 'Bex,900k'), 'City by Visitors', [10300000, 900000]],
  ['a small m beside a height', lines('Peak,Height', 'Aba,443m', 'Bex,381m'), 'Peak by Height in m', [443, 381]],
  [
    'a thousand in a name that is no scale',
    lines('Land,"Deaths per 100,000"', 'Aba,1.5', 'Bex,2.2'),
    'Land by Deaths per 100,000',
    [1.5, 2.2],
  ],
  ['more than a number', lines('Name,Size', 'Aba,>230', 'Bex,148'), 'Name by Size', [230, 148]],
  ['units with raised digits', lines('River,Discharge m³/s', 'Aba,209000', 'Bex,30166'), 'River by Discharge m³/s in m³/s'],
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
    'marathon times without ranks',
    lines('Läuferin;Zeit', 'Aba;2:14:04', 'Bex;2:15:25', 'Cor;2:17:01'),
    'Läuferin by Zeit in s; smallest; de',
    [8044, 8125, 8221],
  ],
  [
    'flags of statistics after numbers',
    lines('Land\tRate', 'Aba\t12.5 e', 'Bex\t11.0', 'Cor\t9.5 p', 'Dun\t8.25', 'Eck\t:'),
    'Land by Rate; without Eck',
    [12.5, 11, 9.5, 8.25],
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
]

test.each(UNDERSTOOD)('%s', (_, text, expected, numbers) => {
  const found = inferred(text)
  expect(told(found)).toBe(expected)
  if (numbers) expect(values(found)).toEqual(numbers)
})
