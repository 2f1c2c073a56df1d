import type { Part } from './package.ts'
import { Relationships, writePackage } from './package.ts'
import type { RecordSheet } from './record-sheet.ts'
import { NAMESPACES } from './theme.ts'

import { escapeXml, typeSize, xml, xmlDocument } from './xml.ts'

/** Names the elements of charts. */
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** A bar chart of Office's own, the first row on top. */
export interface BarChart {
  /** From 1, unique in its file. */
  number: number
  sheet: RecordSheet
  /** The ends of its scale; zero is within. */
  range: readonly [low: number, high: number]
  /** Height of a row in px. */
  rowHeight: number
  /** Date of the workbook. */
  date: Date
}

/** The parts of a chart: its drawing, and the workbook that Office opens to edit its numbers. */
export function barChartParts(chart: BarChart): Part[] {
  const relationships = new Relationships()
  const workbook = `ppt/embeddings/workbook${chart.number}.xlsx`
  const data = relationships.to('package', `../embeddings/workbook${chart.number}.xlsx`)
  return [
    {
      path: `ppt/charts/chart${chart.number}.xml`,
      type: `${OFFICE}.drawingml.chart+xml`,
      contents: xmlDocument(drawing(chart, data)),
      relationships: relationships.list,
    },
    { path: workbook, contents: workbookOf(chart) },
  ]
}

/** An element of charts that has a value and nothing else. */
function set(name: string, val: string | number): string {
  return xml(`c:${name}`, { val })
}

function drawing(chart: BarChart, data: string): string {
  const names = { 'xmlns:c': CHART, 'xmlns:a': NAMESPACES['xmlns:a'], 'xmlns:r': NAMESPACES['xmlns:r'] }
  const bars = xml(
    'c:barChart',
    {},
    set('barDir', 'bar'),
    set('grouping', 'clustered'),
    set('varyColors', 0),
    series(chart),
    set('gapWidth', 40),
    set('axId', 1),
    set('axId', 2),
  )
  const plot = xml('c:plotArea', {}, xml('c:layout'), bars, nameAxis(), valueAxis(chart))
  return xml(
    'c:chartSpace',
    names,
    set('date1904', 0),
    set('roundedCorners', 0),
    xml('c:chart', {}, set('autoTitleDeleted', 1), plot, set('plotVisOnly', 1), set('dispBlanksAs', 'gap')),
    letters(chart.rowHeight),
    xml('c:externalData', { 'r:id': data }, set('autoUpdate', 0)),
  )
}

/** The one row of bars: names and values as the workbook has them, each with its number at its end. */
function series({ sheet: { rows, labels } }: BarChart): string {
  const last = rows.length + 1
  const points = (texts: readonly (string | number | undefined)[]) =>
    set('ptCount', texts.length) +
    texts.map((text, idx) => (text === undefined ? '' : xml('c:pt', { idx }, `<c:v>${escapeXml(String(text))}</c:v>`))).join('')
  const words = (cells: string, texts: readonly string[]) =>
    xml('c:strRef', {}, `<c:f>${cells}</c:f>`, xml('c:strCache', {}, points(texts)))
  const format = numberFormat(rows)
  const label = [
    xml('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    set('dLblPos', 'outEnd'),
    ...['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) =>
      set(`show${what}`, what === 'Val' ? 1 : 0),
    ),
  ]
  const values = xml(
    'c:numCache',
    {},
    `<c:formatCode>${escapeXml(format)}</c:formatCode>`,
    points(rows.map((row) => row.values[0])),
  )
  return xml(
    'c:ser',
    {},
    set('idx', 0),
    set('order', 0),
    xml('c:tx', {}, words('Sheet1!$B$1', [labels[0] ?? ''])),
    xml('c:spPr', {}, fill('accent2')),
    set('invertIfNegative', 0),
    xml('c:dLbls', {}, ...label),
    xml(
      'c:cat',
      {},
      words(
        `Sheet1!$A$2:$A$${last}`,
        rows.map(({ name }) => name),
      ),
    ),
    xml('c:val', {}, xml('c:numRef', {}, `<c:f>Sheet1!$B$2:$B$${last}</c:f>`, values)),
  )
}

function fill(colour: string): string {
  return xml('a:solidFill', {}, xml('a:schemeClr', { val: colour }))
}

function nameAxis(): string {
  return xml(
    'c:catAx',
    {},
    set('axId', 1),
    xml('c:scaling', {}, set('orientation', 'maxMin')),
    set('delete', 0),
    set('axPos', 'l'),
    ...NO_TICKS,
    set('tickLblPos', 'low'),
    xml('c:spPr', {}, xml('a:ln', { w: 9525 }, fill('tx2'))),
    set('crossAx', 2),
    set('crosses', 'autoZero'),
    set('tickLblSkip', 1),
  )
}

/** The bars say their numbers themselves; the axis is there for its scale. */
function valueAxis({ range: [low, high] }: BarChart): string {
  return xml(
    'c:valAx',
    {},
    set('axId', 2),
    xml('c:scaling', {}, set('orientation', 'minMax'), set('max', high), set('min', low)),
    set('delete', 1),
    set('axPos', 't'),
    ...NO_TICKS,
    set('tickLblPos', 'none'),
    set('crossAx', 1),
    set('crosses', 'autoZero'),
  )
}

const NO_TICKS = [set('majorTickMark', 'none'), set('minorTickMark', 'none')]

/** As large as its rows allow, up to the size of running text. */
function letters(rowHeight: number): string {
  const look = xml('a:defRPr', { sz: typeSize(Math.min(20, rowHeight * 0.68)) }, fill('tx1'))
  return xml('c:txPr', {}, '<a:bodyPr/><a:lstStyle/>', xml('a:p', {}, xml('a:pPr', {}, look), xml('a:endParaRPr')))
}

/** A scale of thousands, by how many times, and how many decimals are printed. */
interface Scale {
  thousands: number
  decimals: number
}

/** The format of spreadsheets in which all numbers are what the table prints: `282.7` for 282,700,000,000 is `#,##0.0,,,`. */
export function numberFormat(rows: RecordSheet['rows']): string {
  const parsed = rows.map(({ printed, values }) => {
    const [, before = '', digits = '', after = ''] = /^(\D*)(\d(?:[\d.,'\s\u2019]*\d)?)(.*)$/s.exec(printed) ?? []
    return { before: before.replace(/[-\u2212]/, ''), after, digits, value: Math.abs(values[0] ?? 0) }
  })
  const [first] = parsed
  const scales: Scale[] = [0, 1, 2, 3, 4].flatMap((thousands) => [0, 1, 2, 3].map((decimals) => ({ thousands, decimals })))
  const fits = (scale: Scale) => parsed.every((one) => isPrintedAs(one.value, one.digits, scale))
  const scale = scales.find(fits)
  const isOne = parsed.every((one) => one.before === first?.before && one.after === first.after)
  if (!first || !scale || !isOne) return 'General'
  const quoted = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)
  const number = `#,##0${scale.decimals > 0 ? `.${'0'.repeat(scale.decimals)}` : ''}${','.repeat(scale.thousands)}`
  return `${quoted(first.before)}${number}${quoted(first.after)}`
}

function isPrintedAs(value: number, digits: string, { thousands, decimals }: Scale): boolean {
  return (value / 1000 ** thousands).toFixed(decimals).replace('.', '') === digits.replace(/\D/g, '')
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet: names, the numbers of the chart beside them, and after these whatever else the table has. */
function workbookOf({ sheet: { rows, labels }, date }: BarChart): Uint8Array {
  const relationships = new Relationships()
  const first = xml('sheet', { name: 'Sheet1', sheetId: 1, 'r:id': relationships.to('worksheet', 'worksheets/sheet1.xml') })
  const book = xml('workbook', { xmlns: MAIN, 'xmlns:r': NAMESPACES['xmlns:r'] }, xml('sheets', {}, first))
  const lines = [['', ...labels], ...rows.map(({ name, values }) => [name, ...values])]
  const data = lines.map((cells, row) =>
    xml('row', { r: row + 1 }, ...cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row + 1}`))),
  )
  const parts: Part[] = [
    {
      path: 'xl/workbook.xml',
      type: `${OFFICE}.spreadsheetml.sheet.main+xml`,
      contents: xmlDocument(book),
      relationships: relationships.list,
    },
    {
      path: 'xl/worksheets/sheet1.xml',
      type: `${OFFICE}.spreadsheetml.worksheet+xml`,
      contents: xmlDocument(xml('worksheet', { xmlns: MAIN }, xml('sheetData', {}, ...data))),
    },
  ]
  return writePackage(parts, [{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }], date)
}

function cellXml(cell: string | number | undefined, r: string): string {
  if (cell === undefined || cell === '') return ''
  if (typeof cell === 'number') return xml('c', { r }, `<v>${cell}</v>`)
  return xml('c', { r, t: 'inlineStr' }, xml('is', {}, `<t xml:space="preserve">${escapeXml(cell)}</t>`))
}

/** `A` for the first, `AA` for the 27th. */
function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}
