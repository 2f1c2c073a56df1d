import { expect, test } from 'vitest'
import { type DataCase, HEAD, outcomeOf, row } from './letters.ts'

const utf16 = Buffer.from(`\uFEFF${row('1,Alpha,9,Greek')}`, 'utf16le')

/** The file as a whole, its columns and its rows. */
const TABLE: readonly DataCase[] = [
  // — the file as a whole —
  [
    'nothing at all',
    '',
    'data/letters.csv:1:1 found an empty file, expected the header `rank,name,size,family` and a line for each row',
  ],
  [
    'blank lines',
    '\n\n \n',
    'data/letters.csv:1:1 found an empty file, expected the header `rank,name,size,family` and a line for each row',
  ],
  ['a header only', HEAD, 'data/letters.csv:2:1 found no rows under the header, expected at least one'],
  [
    'UTF-16, little end first',
    utf16,
    'data/letters.csv:1:1 found an encoding other than UTF-8, such as UTF-16; save the file as "CSV UTF-8"',
  ],
  [
    'UTF-16, big end first',
    Buffer.from(utf16).swap16(),
    'data/letters.csv:1:1 found an encoding other than UTF-8, such as UTF-16; save the file as "CSV UTF-8"',
  ],
  [
    'Latin-1',
    Buffer.from(row('1,Café,9,Greek'), 'latin1'),
    'data/letters.csv:2:3 name: found `Caf�`, expected UTF-8; save the file with that encoding',
  ],
  ['a byte order mark', `\uFEFF${row('1,Alpha,9,Greek')}`, 'tells: Alpha measures 9'],
  ['Windows line ends', row('1,Alpha,9,Greek').replaceAll('\n', '\r\n'), 'tells: Alpha measures 9'],
  ['line ends of old Macs', row('1,Alpha,9,Greek').replaceAll('\n', '\r'), 'tells: Alpha measures 9'],
  ['no line end at the end', row('1,Alpha,9,Greek').trimEnd(), 'tells: Alpha measures 9'],
  [
    'semicolons between the columns',
    `${HEAD}1,Alpha,9,Greek\n`.replaceAll(',', ';'),
    'data/letters.csv:1:5 found `;` between the columns, expected a comma; save the file with commas',
  ],
  [
    'tabs between the columns',
    `${HEAD}1,Alpha,9,Greek\n`.replaceAll(',', '\t'),
    'data/letters.csv:1:5 found `\\t` between the columns, expected a comma; save the file with commas',
  ],
  [
    'a table of HTML',
    '<table><tr><td>rank</td></tr></table>',
    'data/letters.csv:1:1 found unknown column `<table><tr><td>rank</td></tr></table>`; known: family, name, rank, size; describe a new one in data/datapackage.json\ndata/letters.csv:1:1 found no column `rank`; add it to the first line\ndata/letters.csv:1:1 found no column `name`; add it to the first line\ndata/letters.csv:1:1 found no column `size`; add it to the first line\ndata/letters.csv:1:1 found no column `family`; add it to the first line\ndata/letters.csv:2:1 found no rows under the header, expected at least one\n6 problems',
  ],
  // — columns —
  [
    'a header twice',
    'rank,name,size,size\n1,Alpha,9,9\n',
    'data/letters.csv:1:1 found no column `family`; add it to the first line\ndata/letters.csv:1:16 found column `size` again, expected each once; rename or remove one\n2 problems',
  ],
  [
    'a missing column',
    'rank,name,family\n1,Alpha,Greek\n',
    'data/letters.csv:1:1 found no column `size`; add it to the first line',
  ],
  [
    'a column too many',
    'rank,name,size,family,colour\n1,Alpha,9,Greek,red\n',
    'data/letters.csv:1:23 found unknown column `colour`; known: family, name, rank, size; describe a new one in data/datapackage.json',
  ],
  [
    'a misspelt column',
    'rank,nmae,size,family\n1,Alpha,9,Greek\n',
    'data/letters.csv:1:6 found unknown column `nmae`; did you mean `name`? known: family, name, rank, size; describe a new one in data/datapackage.json',
  ],
  [
    'a column without a name',
    'rank,name,size,family,\n1,Alpha,9,Greek,\n',
    'data/letters.csv:1:23 found a column without a name; name it or remove it',
  ],
  ['columns in another order', 'family,size,name,rank\nGreek,9,Alpha,1\n', 'tells: Alpha measures 9'],
  [
    'columns called like members of every object',
    'rank,name,size,constructor,__proto__\n1,Alpha,9,x,y\n',
    'data/letters.csv:1:1 found no column `family`; add it to the first line\ndata/letters.csv:1:16 found unknown column `constructor`; known: family, name, rank, size; describe a new one in data/datapackage.json\ndata/letters.csv:1:28 found unknown column `__proto__`; known: family, name, rank, size; describe a new one in data/datapackage.json\n3 problems',
  ],
  // — rows —
  [
    'a row too short',
    row('1,Alpha,9'),
    'data/letters.csv:2:1 found 3 cells, expected 4 as in the header; no cell may be left out',
  ],
  [
    'a row too long',
    row('1,Alpha,9,Greek,more'),
    'data/letters.csv:2:1 found 5 cells, expected 4 as in the header; quote a cell that contains a comma',
  ],
  ['a row of empty cells', row(',,,'), 'data/letters.csv:2:1 found a row of empty cells; remove it'],
  [
    'a quote that is never closed',
    row('1,"Alpha,9,Greek\n2,Beta,4,Greek'),
    'data/letters.csv:2:3 found a quote `"` that is never closed; close it at the end of its cell',
  ],
  [
    'a quote in the middle of a cell',
    row('1,Al"pha",9,Greek'),
    'data/letters.csv:2:3 name: found `Al"pha"`, expected quotes around the whole cell; write `"Al""pha"""`',
  ],
  [
    'a rank twice',
    row('1,Alpha,9,Greek\n1,Beta,4,Greek'),
    'data/letters.csv:3:1 rank: found `1`, expected each value once; line 2 has it already, correct or remove one',
  ],
  [
    'a name twice',
    row('1,Alpha,9,Greek\n2,Alpha,4,Greek'),
    'data/letters.csv:3:3 name: found `Alpha`, expected each value once; line 2 has it already, correct or remove one',
  ],
  [
    'two names with one id',
    row('1,Alpha Beta,9,Greek\n2,alpha-beta,4,Greek'),
    'slides/deck.ts records[1].id: found `alpha-beta` again, as in records[0], expected each once',
  ],
]

test.for(TABLE)('%s', async ([, csv, expected]) => {
  expect(await outcomeOf(csv)).toBe(expected)
})
