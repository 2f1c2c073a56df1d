import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ChoiceError } from '../../../src/table/choice.ts'
import { readWorkbook } from '../../../src/table/forms/workbook.ts'

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** An XLSX workbook of sheets whose rows are given as XML. */
function xlsx(sheets: Record<string, { rows: string; columns?: string; merged?: string; hidden?: boolean }>): Uint8Array {
  const names = Object.keys(sheets)
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, index) => `<sheet name="${name}" r:id="rId${index}"${sheets[name]?.hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index}" Target="worksheets/s${index}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>Name</t></si><si><t>Size</t></si><si><r><t>A</t></r><r><t>ba</t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot; km&quot;"/><numFmt numFmtId="165" formatCode="[$€-407]\\ #,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="46"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/s${index}.xml`,
        `<x:worksheet xmlns:x="x"><x:cols>${sheets[name]?.columns ?? ''}</x:cols><x:sheetData>${sheets[name]?.rows.replaceAll('<', '<x:').replaceAll('<x:/', '</x:')}</x:sheetData><x:mergeCells>${sheets[name]?.merged ? `<x:mergeCell ref="${sheets[name].merged}"/>` : ''}</x:mergeCells></x:worksheet>`,
      ]),
    ),
  })
}

const HEAD = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>'
const texts = (bytes: Uint8Array, sheet?: string) =>
  readWorkbook(bytes, 'b.xlsx', sheet).lines.map((cells) => cells.map(({ text }) => text))

test('cells are read as their formats show them, in their places', () => {
  const cells = ['<v>0.125</v>', '<v>43831</v>', '<v>0.084247685</v>', '<v>12.5</v>', '<v>1200.5</v>']
  const row = `<row r="4"><c r="A4" t="s"><v>2</v></c>${cells.map((cell, index) => `<c r="${'BCDEF'[index]}4" s="${index + 1}">${cell}</c>`).join('')}<c r="G4" t="inlineStr"><is><t>in</t></is></c><c r="H4" t="b"><v>1</v></c><c r="I4" t="e"><v>#N/A</v></c></row>`
  const bytes = xlsx({ Data: { rows: HEAD + row } })
  expect(texts(bytes)).toEqual([
    ['Name', '', 'Size'],
    ['Aba', '12.5%', '2020-01-01', '2:01:19', '12.5 km', '€1200.5', 'in', 'true', '#N/A'],
  ])
  expect(readWorkbook(bytes, 'b.xlsx').lines[1]?.[4]).toMatchObject({
    location: { file: 'b.xlsx', line: 4, column: 5 },
    exact: true,
  })
})

test('merged cells have their content in each of them', () => {
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
  expect(texts(xlsx({ Data: { rows, merged: 'A1:A2' } }))).toEqual([
    ['x', '1'],
    ['x', '2'],
  ])
})

test('rows and columns that are not shown are not read', () => {
  const cell = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`
  const rows = `<row r="1">${cell('A1', 1)}${cell('B1', 2)}${cell('C1', 3)}</row><row r="2" hidden="1">${cell('A2', 4)}</row><row r="3">${cell('C3', 5)}</row>`
  const bytes = xlsx({ Data: { rows, columns: '<x:col min="2" max="2" hidden="1"/>' } })
  expect(texts(bytes)).toEqual([
    ['1', '3'],
    ['', '5'],
  ])
  expect(readWorkbook(bytes, 'b.xlsx').notes).toEqual(['rows and columns that the sheet does not show are not read: 2'])
})

const table = (count: number) =>
  HEAD +
  Array.from(
    { length: count },
    (_, index) => `<row r="${index + 4}"><c r="A${index + 4}" t="s"><v>2</v></c><c r="C${index + 4}"><v>${index}</v></c></row>`,
  ).join('')

test('of several sheets the one with the table is read, or asked for', () => {
  const notes = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  expect(texts(xlsx({ Notes: { rows: notes }, Data: { rows: table(3) }, Old: { rows: table(3), hidden: true } }))).toHaveLength(4)
  const two = xlsx({ North: { rows: table(3) }, South: { rows: table(2) } })
  expect(() => texts(two)).toThrow(ChoiceError)
  expect(() => texts(two)).toThrow(
    'an Excel workbook with 2 tables: which one is meant? Found `North` (4 lines), `South` (3 lines)',
  )
  expect([texts(two, 'South').length, texts(two, '1').length]).toEqual([3, 4])
  expect(() => texts(two, 'West')).toThrow('--sheet: `West` is none of its 2')
})

const ods = (rows: string) =>
  zip({
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Data">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })

test('an ODS workbook: repeated rows and cells, values by their types', () => {
  const rows = `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell office:value-type="float" office:value="1.5"><text:p>1,50</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.07"/><table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5"/><table:table-cell office:value-type="date" office:date-value="2020-01-05"/><table:table-cell office:value-type="time" office:time-value="PT02H01M09S"/><table:table-cell table:number-columns-repeated="1000"/></table:table-row>`
  expect(texts(ods(rows))).toEqual([
    ['Wide', 'Wide'],
    ['1.5', '7%', 'EUR 12.5', '2020-01-05', '2:01:09'],
  ])
  expect(readWorkbook(ods(rows), 'b.ods').lines.map((cells) => cells[0]?.location.line)).toEqual([4, 5])
})

test.each([
  ['a Word document', { 'word/document.xml': '<w/>' }, 'found a Word document, expected a table'],
  ['any archive', { 'a.txt': 'x' }, 'found a packed file without a workbook'],
  ['an empty workbook', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }, 'an Excel workbook with empty sheets'],
  ['broken XML', { 'xl/workbook.xml': '<workbook' }, 'found a damaged workbook'],
])('%s is named for what it is', (_, parts, message) => {
  expect(
    readWorkbook(zip(parts as Record<string, string>), 'b.xlsx')
      .diagnostics?.map((diagnostic) => diagnostic.message)
      .join(),
  ).toContain(message)
})

test('dates of old Macs, and cells that say nothing of where they are', () => {
  const book = (workbook: string, rows: string) =>
    zip({
      'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets><sheet name="D" id="x"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="x" Target="/xl/d.xml"/></Relationships>',
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf/><xf numFmtId="22"/><xf numFmtId="45"/><xf numFmtId="9"/></cellXfs></styleSheet>',
      'xl/d.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })
  const rows =
    '<row><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>0.5</v></c></row><row><c t="str"><v>b</v></c><c s="2"><v>0.001</v></c><c s="3"><v>0.1</v></c></row><row r="7"><c r="AB7"><v>0.30000000000000004</v></c></row>'
  expect(texts(book('', rows)).slice(0, 2)).toEqual([
    ['a', '1899-12-30 12:00'],
    ['b', '0:01:26.4', '10%'],
  ])
  expect(texts(book('<workbookPr date1904="1"/>', rows))[0]?.[1]).toBe('1904-01-01 12:00')
  expect(texts(book('<workbookPr date1904="false"/>', rows))[0]?.[1]).toBe('1899-12-30 12:00')
  const { lines } = readWorkbook(book('', rows), 'b.xlsx')
  expect(lines.map((cells) => cells[0]?.location.line)).toEqual([1, 2, 7])
  const last = lines[2]
  expect([last?.length, last?.at(-1)?.text, last?.[3]?.location]).toEqual([28, '0.3', { file: 'b.xlsx', line: 7, column: 4 }])
})

test('what an ODS cell holds exactly is marked, and rows that are repeated have their own lines', () => {
  const cell = (type: string, rest: string) => `<table:table-cell office:value-type="${type}" ${rest}/>`
  const cells = [
    cell('boolean', 'office:boolean-value="true"'),
    cell('time', 'office:time-value="PT5M"'),
    cell('currency', 'office:value="3"'),
    cell('date', 'office:date-value="2020-01-05T10:00:00"'),
  ]
  const grid = readWorkbook(
    ods(
      `<table:table-row table:number-rows-repeated="2">${cells.join('')}<table:table-cell table:number-columns-repeated="2"><text:p>x<text:note>no</text:note></text:p><text:p>y</text:p></table:table-cell></table:table-row>`,
    ),
    'b.ods',
  )
  expect(
    grid.lines.map((line) => line.map(({ text, exact, location }) => [text, exact, location.line, location.column])),
  ).toEqual(
    [1, 2].map((line) => [
      ['true', undefined, line, 1],
      ['0:05:00', true, line, 2],
      ['3', true, line, 3],
      ['2020-01-05T10:00:00', undefined, line, 4],
      ['x\ny', undefined, line, 5],
      ['x\ny', undefined, line, 6],
    ]),
  )
})
