import { describe, expect, test } from 'vitest'
import type { CellPlace } from '../../src/table/cells.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { readSourceTable, type SourceTable } from '../../src/table/source-table.ts'

/* Tables as they are found, each beside all that is read of it: `text @line:column`. */

const at = ({ line, column }: Pick<CellPlace, 'line' | 'column'>) => `@${line}:${column}`

/** All that is known of a table, a line each. */
function written(table: SourceTable): string {
  const { columns, rows, leftOut, notes, problems } = table
  const said = ['format', 'title', 'source', 'unit'] as const
  const lines = [
    ...said.flatMap((key) => (table[key] === undefined ? [] : [`${key}: ${table[key]}`])),
    ...(table.commaIsFree ? ['decimal commas may be'] : []),
    ...notes.map((note) => `note: ${note}`),
    ...leftOut.map(({ line, name, why }) => `left out: ${name} in line ${line}, ${why}`),
    ...problems.map(({ place, message }) => `problem ${at(place as CellPlace)}: ${message}`),
    columns.map(({ header, place }) => `${header} ${at(place as CellPlace)}`).join(' | '),
    ...rows.map((cells) => cells.map(({ text, place, exact }) => `${text}${exact ? '=' : ''} ${at(place)}`).join(' | ')),
  ]
  return `${lines.join('\n')}\n`
}

const read = (text: string | Uint8Array, sheet?: string) =>
  readSourceTable(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'table.txt', sheet)

async function expectAll(name: string, cases: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const all = Object.entries(cases).map(([what, text]) => `=== ${what}\n${written(read(text))}`)
  await expect(all.join('\n')).toMatchFileSnapshot(`expected/${name}.txt`)
}

test('where the head is, and where the rows end', () =>
  expectAll('heads', {
    nothing: '',
    'a head alone': 'name,size\n',
    'a head of two and a row': 'name,size\nA,1\n',
    'a title, a source and a unit above':
      'Largest lakes\nSource: Survey of 2020\n(in thousand km)\n\nname,size\nA,10\nB,9\nC,8\n',
    'a note below': 'name,size\nA,10\nB,9\n\nQuelle: Amt für Statistik\n',
    'a note right below, in all its cells': 'name,size,rank\nA,10,1\nB,9,2\nNote: sizes are rough\n',
    'a first row that looks like a note': 'name,size\nNote: this,10\n* B,9\n',
    'a remark without a mark, after a gap': 'name,size\nA,10\nB,9\n\nEverything is as of May\n',
    'a long remark without a gap': `name,size\nA,10\nB,9\n${'All of it was measured '.repeat(3)}\n`,
    'a short line without a value is a row': 'name,size\nA,10\nB,9\nC\nD\n',
    'short lines': 'name,size,depth\nA,10,1\nB,9\nC,8,3\nD,7\nE,6,1\n',
    'seven short lines': 'name,size,depth\nZ,1,1\nA,10\nB,9\nC,8\nD,7\nE,6\nF,5\nG,4\n',
    'a line too long': 'name,size\nA,10\nB,9,7\nC,8\n',
    'empty cells beyond the head': 'name,size\nA,10,,\nB,9,,\n',
    'a column without a name': 'name,size,\nA,10,x\nB,9,\n',
    'columns without anything': 'name,,size,\nA,,10,\nB,,9,\n',
    'the head again': 'name,size\nA,10\nB,9\nname,size\nC,8\n',
    'another table after a gap': 'name,size\nA,10\nB,9\n\ncity,people\nX,5\nY,4\n',
    'a gap and no other table': 'name,size\nA,10\nB,9\n\nC,8\nD,7\n',
    'rules of signs': 'name|size\n====|====\nA|10\nB|9\n',
    'keys above the head': 'Region:,North\nDate,2020-01-05\nname,size\nA,10\nB,9\n',
    'a cell alone above, a gap, then the head': 'All lakes,,\n,,\nname,size,depth\nA,10,1\nB,9,2\n',
    'names alone': 'name\nA\nB\n',
    'words alone': 'name,colour\nA,red\nB,blue\n',
    'no head': '1,10\n2,9\n3,8\n',
    'no head, with names': 'A,10\nB,9\nC,8\n',
    'years for columns': 'name,2019,2020\nA,10,11\nB,9,8\n',
    'years over marks of nothing': 'name,2019,2020\n..,2019,..\nA,10,11\nB,9,8\n',
    'numbers for columns': 'name,1,2,3\nA,10,11,12\nB,9,8,7\n',
    'most columns numbers': 'a,5,7\nA,10,11\nB,9,8\n',
    'few numbers among columns': 'name,kind,sort,55\nA,a,b,12\nB,c,d,7\n',
    'the same name twice, and thrice': 'size,size,size,,\n1,2,3,4,5\n',
    'footnotes, quotes and colons in the head': 'name [a],size* :,"""deep"""\nA,10,1\nB,9,2\n',
    'a row without a value after a gap': 'name,size\nA,10\nB,9\n\nC\nD,8\n',
    'a note before the rows': 'name,size,rank\nNote: rough\nA,10,1\nB,9,2\n',
    'every line short': 'name,size,rank\nA,10\nB,9\n',
    'a remark right below a cell of three lines': 'name,size\nA,10\n"B\nof\nthree",9\nEverything\n',
    'several lines in a cell': 'name,size\n"A\nof two",10\nB,9\n\nSource: us\n',
  }))

test('heads of two lines', () =>
  expectAll('double-heads', {
    'groups above': ',Trade,,People\nname,in,out,all\nA,1,2,3\nB,4,5,6\n',
    'groups above, the first named again': 'name,Trade,,People\nname,in,out,all\nA,1,2,3\nB,4,5,6\n',
    'groups above, an empty name below': 'name,Trade,,People\n,in,out,all\nA,1,2,3\nB,4,5,6\n',
    'units below': 'name,size,weight\n,km,kg\nA,1,2\nB,4,5\nC,6,7\n',
    'units below, with a gap': 'name,size,weight\n\n,km,kg\nA,1,2\nB,4,5\nC,6,7\n',
    'one unit below is a row': 'name,size,weight\n,km,\nA,1,2\nB,4,5\nC,6,7\n',
    'years below': 'name,size,\n,2019,2020\nA,1,2\nB,4,5\nC,6,7\n',
    'a row without a name is no unit': 'name,size,weight\n,10,20\nA,1,2\nB,4,5\n',
    'units, and a row without a name': 'name,size,weight\n,km,kg\nA,1,2\n,4,5\nC,6,7\n',
    'units and no rows': 'name,size,weight\n,km,kg\n',
    'a name that spans two lines': 'name,size,weight\nname,km,kg\nA,1,2\nB,4,5\nC,6,7\n',
    'a wider line above': ',Trade,,,\nname,in,out\nA,1,2\nB,4,5\n',
    'a group beyond the names': ',Trade,,People\nname,in,out\nA,1,2,3\nB,4,5,6\n',
    'a title above is no group': 'Trade\nname,in,out\nA,1,2\nB,4,5\n',
    'groups that are apart': ',Trade,\n\nname,in,out\nA,1,2\nB,4,5\n',
  }))

test('marks between cells', () =>
  expectAll('delimiters', {
    semicolons: 'name;size\nA;1,5\nB;1,2\n',
    tabs: 'name\tsize\nA\t1\nB\t2\n',
    bars: 'name|size\nA|1\nB|2\n',
    carets: 'name^size\nA^1\nB^2\n',
    tildes: 'name~size\nA~1\nB~2\n',
    spaces: 'name     size   in km\nA one    1      2\nB        2      3\n',
    'a tab and spaces': 'name \t size\nA  1\nB  2\n',
    'most lines with spaces': 'lakes\nname   size\nA   1\nB   2\n',
    'a declared mark': 'sep=;\nname;size, all\nA;1\nB;2\n',
    'a declared mark in quotes': '\uFEFF"sep=|"\r\nname|size\r\nA|1\r\n',
    'a declared mark that is none': 'sep=x\nname,size\nA,1\n',
    'titles of one cell': 'a title, of two parts\nanother\nthird\nname;size;weight\nA;1;2\nB;2;3\nC;2;3\nD;3;4\n',
    'one column of words': 'name\nA B\nC D\n',
    'quotes after spaces': 'name, size\n"A, B", 1\n"C" , 2\n',
    'a quote never closed': 'name,size\nA,1\n"B,2\nC,3\n',
    'a quote never closed in a first cell of tabs': 'name\tsize\nA\t1\n"B\t2\nC\t3\n',
    'quotes as marks': 'name\tsize\n5" disk\t1\n"B" or C\t2\n',
    'a cell that goes on after its quotes': 'name,size\n"A" and,1\nB,2\n',
    'lost characters': 'name,size\nA\uFFFD,1\nB,2\n',
    'an invisible mark': 'name,size\nA\u202eb,1\nB,2\n',
    'lines of old Macs': 'name,size\rA,1\rB,2\r',
  }))

const utf16 = (text: string, mark: readonly number[], isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array([...mark, ...(isBig ? bytes.swap16() : bytes)])
}
const TABLE = 'name,size\nAé,10\nB,9\n'

test('encodings, and what is no table at all', () =>
  expectAll('encodings', {
    'UTF-8 with a mark': `\uFEFF${TABLE}`,
    'UTF-16, little end first': utf16(TABLE, [0xff, 0xfe]),
    'UTF-16, big end first': utf16(TABLE, [0xfe, 0xff], true),
    'without marks, little end first': utf16(TABLE, []),
    'without marks, big end first': utf16(TABLE, [], true),
    'UTF-16 cut in the middle': utf16(TABLE, [0xff, 0xfe]).subarray(0, 25),
    'Windows-1252': Buffer.from(TABLE, 'latin1'),
    'Windows-1252 with many accents': Buffer.from('nom,taille\nîlé ¿où?,10\n«ça»,9\n', 'latin1'),
    'another alphabet': Buffer.from('name,size\n\xcc\xee\xf1\xea\xe2\xe0,10\n', 'latin1'),
    'control characters': Buffer.from('name,size\n\x81\xe9,10\n', 'latin1'),
    zeros: 'name\0,size\nA,1\n',
    'few zeros': Buffer.from('a\0,1\n'),
    'a first byte of UTF-16 alone': Buffer.from([0xff, 0x2c, 0x41, 0x0a]),
    'a last byte of UTF-16 alone': Buffer.from([0x41, 0xfe, 0x2c, 0x0a]),
    'a PDF': '%PDF-1.7\n',
    gzip: Buffer.from([0x1f, 0x8b, 8]),
    'a database': 'SQLite format 3\0',
    'an archive': Buffer.from('PK\x03\x04nothing'),
    'an empty archive': Buffer.from('PK\x05\x06nothing'),
    'not quite an archive': 'PK,size\nA,1\n',
    'a name that begins like one': 'Parts,size\nA,1\n',
  }))

test('JSON in all its forms', () =>
  expectAll('json', {
    'a list of objects': '[{"name":"A","size":1.50},\n {"name":"B","more":{"size":2,"name":"x"},"list":[1]}]',
    'keys that only differ within': '[{"a":{"x":1},"b":{"x":2}}]',
    'a list of lists': '[["name","size"],["A",1],["B",null],["C",{"x":1}],["D",true]]',
    'what is said of the rows, then the rows': '[{"page":1},[{"name":"A","size":1}]]',
    'an object with rows': '{"count":2,"tags":["x"],"records":[{"name":"A","size":1},{"name":"B","size":2}]}',
    'of two lists the longest': '{"a":[{"n":"x","v":1}],"b":[{"name":"A","size":1},{"name":"B","size":2}]}',
    'columns and rows': '{"columns":["name","size"],"data":[["A",1],["B",2]]}',
    'a head under another name': '{"fields":["name","size"],"rows":[["A",1]]}',
    'a head of objects is no head': '{"fields":[{"id":"name"}],"rows":[["A",1],["B",2]]}',
    'columns as lists': '{"name":["A","B","C"],"size":[1,2]}',
    'one list of scalars': '{"name":["A","B"]}',
    'lists and a scalar': '{"name":["A","B"],"size":[1,2],"year":2020}',
    'rows deeper': '{"meta":{"x":"y"},"result":{"records":[{"name":"A","size":1}]}}',
    'rows deeper, alone': '{"result":{"records":[{"name":"A","size":1}]}}',
    'rows deep within an object': '{"a":{"b":{"c":[{"name":"A","size":1},{"name":"B","size":2}]}},"d":{"e":[{"n":1}]}}',
    'a list of one, deeper': '{"a":{"b":[{"name":"A","size":1}]},"c":1}',
    'a map of numbers': '{"A":5,"B":"3"}',
    'a map of objects': '{"A":{"size":5},"B":{"size":3,"more":{"x":1}}}',
    'a map of words': '{"A":"x","B":"y"}',
    'a map of one': '{"A":5}',
    'a map of objects and numbers': '{"A":5,"B":{"x":1}}',
    'a list of scalars': '[1,2]',
    'an empty list': '[]',
    'a list with a row that is no object': '[{"name":"A","size":1},5,{"name":"B","size":2}]',
    'long numbers': '[{"name":"A","size":12345678901234567890}]',
    'a key twice': '{"rows":[{"name":"A",\n"name":"B"}]}',
    'no JSON': '[{"name":"A"},\n{"name":}]',
    'cut off': '[{"name":"A"},',
    'with a mark before it': '\uFEFF[{"name":"A","size":1}]',
    lines: '{"name":"A","size":1}\n\n{"name":"B","size":2}\n',
    'lines of lists': '["name","size"]\n["A",1]\n',
    'lines of which one is none': '{"name":"A","size":1}\n{"name":}\n',
    'one line is JSON': '{"rows":[{"name":"A","size":1}]}\n',
    'a list over several lines': '[\n{"name":"A","size":1}\n]\n',
    'a cell that looks like JSON': '[x],size\n[y],1\n',
  }))

test('pages of HTML', () =>
  expectAll('html', {
    'a page': `<!doctype html><h1>Lakes</h1>\n<table><caption>Largest <b>lakes</b></caption>\n<tr><th>name<th>size<sup>[a]</sup>\n<tr><td>A<sup>b</sup></td><td>1 km<sup>2</sup>\n<tr><td>B<br>b<td>2 m<sup>3</sup></table>`,
    spans: `<table><tr><th rowspan=2>name<th colspan=2>size</tr>\n<tr><td>old<td>new</tr>\n<tr><td>A<td>1<td>2\n<tr><td rowspan=9>B<td>3<td>4\n<tr><td>5<td colspan=0>6<td colspan=x>7</table>`,
    'a span beyond the next row': `<table><tr><td>name<td>size<td>x\n<tr><td>A<td rowspan=2>1<td>2\n<tr><td>B<td>3\n</table>`,
    'what is not shown': `<table><tr><td>name<td>size\n<tr><td>A<span style="display: none">x</span><span hidden>y</span><script>z</script><style>p{}</style><td><p>1</p><p>2</p>\n<tr><td>B<sup> </sup><td>2</table>`,
    'other elements in a row': '<table><tr><td>name<td>size<template></template></tr><tr><td>A<td>1</tr></table>',
    'a table that lays out others': '<table><tr><td><table><tr><td>name<td>size<tr><td>A<td>1<tr><td>B<td>2</table></table>',
    'no table': '<p>Nothing</p>',
    'rows without cells': '<table><tr></tr><tr><td>name<td>size</tr><tr><td>A<td>1</tr></table>',
    'a comment first': '<!-- x --><table><tr><th>name<th>size<tr><td>A<td>1</table>',
  }))

test('Markdown', () =>
  expectAll('markdown', {
    'a table with a heading': '# Lakes\n\ntext\n\n| name | *size* |\n| --- | ---: |\n| A | 1 |\n| `B` | 2 |\n| C |\n',
    'without bars at the sides': 'name | size\n--- | ---\nA | 1\n',
    'one column': '| name |\n|---|\n| A |\n',
    'of two the larger': `# Small\n\n|a|b|\n|-|-|\n|x|1|\n\n# Large\n\n|name|size|\n|-|-|\n${'|A|1|\n'.repeat(9)}`,
  }))

describe('of several tables', () => {
  const table = (count: number, text = '1') => `<table><tr><td>name<td>size${`<tr><td>A<td>${text}`.repeat(count)}</table>`
  const page = (...tables: string[]) => `<html>${tables.join('\n')}`

  test.each([
    ['the largest is read where it is four times as large', page(table(1), table(8)), 8],
    [
      'those of words and of one column are none',
      page(table(3), table(20, 'x'), '<table><tr><td>1<tr><td>2<tr><td>3</table>'),
      3,
    ],
  ])('%s', (_, text, rows) => {
    expect(read(text).rows).toHaveLength(rows)
  })

  test('they are asked for, and found by name or number', () => {
    const text = page(table(3).replace('<tr>', '<caption>North</caption><tr>'), table(2))
    expect(() => read(text)).toThrow(
      'an HTML page with 2 tables: which one is meant? Found `North` (5 lines), `2` (3 lines), expected one of them; name it with --sheet; for example --sheet North',
    )
    expect(read(text, '2').rows).toHaveLength(2)
    expect(read(text, 'North').title).toBe('North')
    expect(read(text, '1').rows).toHaveLength(3)
    expect(() => read(text, '3')).toThrow('--sheet: `3` is none of its 2.')
    expect(read(page(table(8), table(1))).notes).toEqual(['of its 2 tables, `1` is read'])
  })

  test('no more than twelve are named, and words stand as a shell takes them', () => {
    const place = { file: 'a', line: 2, column: 1 }
    const candidates = Array.from({ length: 14 }, (_, index) => ({ value: `it's ${index}` }))
    const error = new ChoiceError({ flag: 'value', question: 'Which?', candidates, place })
    expect(error.problems[0]).toEqual({
      place,
      message: `Which? Found ${candidates
        .slice(0, 12)
        .map(({ value }) => `\`${value}\``)
        .join(', ')} and 2 more, expected one of them; name it with --value; for example --value 'it'\\''s 0'`,
    })
    const few = new ChoiceError({ flag: 'value', question: 'Which?', candidates: candidates.slice(0, 12), place })
    expect(few.message).not.toContain('more')
    expect(new ChoiceError({ flag: 'value', question: 'Which?', candidates: [], place }).message).toMatch(/--value$/)
  })
})

test('so large a file is refused', () => {
  expect(read(new Uint8Array(51_400_000)).problems[0]?.message).toBe(
    'found 51 MB, expected a table of at most 50 MB; keep the rows that the story tells',
  )
  const largest = new Uint8Array(50_000_000)
  largest.set(new TextEncoder().encode('%PDF'))
  expect(read(largest).problems[0]?.message).toContain('a PDF document')
})
