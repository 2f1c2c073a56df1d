import { type Part, Relationships, xmlPart } from './package.ts'
import { themeFill } from './shapes.ts'
import { NAMESPACES } from './theme.ts'
import { type ChartSheet, workbookOf } from './workbook.ts'
import { escapeXml, typeSize, xml } from './xml.ts'

/** Names the elements of charts. */
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

/** A chart of Office's own. */
export interface OfficeChart {
  /** From 1, unique in its file. */
  number: number
  sheet: ChartSheet
  /** The ends of the scale of bars, which has zero within; other scales are Office's to choose. */
  range?: readonly [low: number, high: number]
  /** Size of its letters in px. */
  letters: number
  /** Date of the workbook. */
  date: Date
}

/** The parts of a chart: its drawing, and the workbook that Office opens to edit its numbers. */
export function chartParts(chart: OfficeChart): Part[] {
  const relationships = new Relationships()
  const workbook = `embeddings/workbook${chart.number}.xlsx`
  const data = relationships.to('package', `../${workbook}`)
  return [
    xmlPart(`ppt/charts/chart${chart.number}.xml`, 'drawingml.chart', drawing(chart, data), relationships),
    { path: `ppt/${workbook}`, contents: workbookOf(chart.sheet, chart.date) },
  ]
}

/** An element of charts that has a value and nothing else. */
function set(name: string, val: string | number): string {
  return xml(`c:${name}`, { val })
}

function drawing(chart: OfficeChart, data: string): string {
  const names = { 'xmlns:c': CHART, 'xmlns:a': NAMESPACES['xmlns:a'], 'xmlns:r': NAMESPACES['xmlns:r'] }
  const plot = xml('c:plotArea', {}, xml('c:layout'), plotOf(chart), ...axesOf(chart))
  const legend = chart.sheet.drawn > 1 ? xml('c:legend', {}, set('legendPos', 't'), set('overlay', 0)) : ''
  return xml(
    'c:chartSpace',
    names,
    set('date1904', 0),
    set('roundedCorners', 0),
    xml('c:chart', {}, set('autoTitleDeleted', 1), plot, legend, set('plotVisOnly', 1), set('dispBlanksAs', 'gap')),
    letters(chart.letters),
    xml('c:externalData', { 'r:id': data }, set('autoUpdate', 0)),
  )
}

function plotOf({ sheet }: OfficeChart): string {
  const all = Array.from({ length: sheet.drawn }, (_, at) => series(sheet, at))
  const axes = [set('axId', 1), set('axId', 2)]
  if (sheet.kind === 'line') {
    return xml('c:lineChart', {}, set('grouping', 'standard'), set('varyColors', 0), ...all, set('marker', 1), ...axes)
  }
  if (sheet.kind === 'scatter')
    return xml('c:scatterChart', {}, set('scatterStyle', 'lineMarker'), set('varyColors', 0), ...all, ...axes)
  const kind = [set('barDir', 'bar'), set('grouping', 'clustered'), set('varyColors', 0)]
  return xml('c:barChart', {}, ...kind, ...all, set('gapWidth', 40), ...axes)
}

/** The colours of series in their order; one alone is grey, since nothing sets it apart. */
const COLOURS = ['accent1', 'accent4', 'accent2', 'accent3']
/** Series that can be told apart by the colours of a deck. */
export const MOST_SERIES = COLOURS.length

/** One column of the workbook: names and values as they stand there. */
function series(sheet: ChartSheet, at: number): string {
  const { kind, rows, labels, format } = sheet
  const column = String.fromCharCode(66 + at)
  const last = rows.length + 1
  const colour = sheet.drawn === 1 ? 'accent2' : (COLOURS[at] ?? 'accent2')
  const numbers = (cells: string, values: readonly (number | undefined)[]) =>
    xml(
      'c:numRef',
      {},
      `<c:f>${cells}</c:f>`,
      xml('c:numCache', {}, `<c:formatCode>${escapeXml(format)}</c:formatCode>`, points(values)),
    )
  const names = `Sheet1!$A$2:$A$${last}`
  const values = numbers(
    `Sheet1!$${column}$2:$${column}$${last}`,
    rows.map((row) => row.values[at]),
  )
  const parts = [set('idx', at), set('order', at), xml('c:tx', {}, words(`Sheet1!$${column}$1`, [labels[at] ?? '']))]
  if (kind === 'scatter') {
    const x = numbers(
      names,
      rows.map(({ name }) => Number(name)),
    )
    return xml(
      'c:ser',
      {},
      ...parts,
      xml('c:spPr', {}, NO_LINE),
      dot(colour),
      xml('c:xVal', {}, x),
      xml('c:yVal', {}, values),
      set('smooth', 0),
    )
  }
  const categories = xml(
    'c:cat',
    {},
    words(
      names,
      rows.map(({ name }) => String(name)),
    ),
  )
  if (kind === 'line') {
    const line = xml('c:spPr', {}, xml('a:ln', { w: 28_575, cap: 'rnd' }, themeFill(colour), xml('a:round')))
    const none = xml('c:marker', {}, set('symbol', 'none'))
    return xml('c:ser', {}, ...parts, line, none, categories, xml('c:val', {}, values), set('smooth', 0))
  }
  const look = [xml('c:spPr', {}, themeFill(colour)), set('invertIfNegative', 0), numbersAtEnds(format)]
  return xml('c:ser', {}, ...parts, ...look, categories, xml('c:val', {}, values))
}

function points(cells: readonly (string | number | undefined)[]): string {
  const list = cells.map((cell, idx) => (cell === undefined ? '' : xml('c:pt', { idx }, `<c:v>${escapeXml(String(cell))}</c:v>`)))
  return set('ptCount', cells.length) + list.join('')
}

function words(cells: string, texts: readonly string[]): string {
  return xml('c:strRef', {}, `<c:f>${escapeXml(cells)}</c:f>`, xml('c:strCache', {}, points(texts)))
}

function numbersAtEnds(format: string): string {
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) =>
    set(`show${what}`, what === 'Val' ? 1 : 0),
  )
  return xml('c:dLbls', {}, xml('c:numFmt', { formatCode: format, sourceLinked: 0 }), set('dLblPos', 'outEnd'), ...shown)
}

function dot(colour: string): string {
  return xml('c:marker', {}, set('symbol', 'circle'), set('size', 8), xml('c:spPr', {}, themeFill(colour), NO_LINE))
}

const NO_LINE = xml('a:ln', {}, xml('a:noFill'))

/** Names of places along a line that have room beside each other. */
const MOST_NAMES = 7

/** Bars say their numbers themselves, so that their scale is not drawn; what numbers up the side measure stands above the headline. */
function axesOf({ sheet: { kind, head, rows, log }, range }: OfficeChart): string[] {
  if (kind === 'bar') return [nameAxis('maxMin', 'l', 1), valueAxis({ id: 2, side: 't', range })]
  const first =
    kind === 'line'
      ? nameAxis('minMax', 'b', Math.ceil(rows.length / MOST_NAMES))
      : valueAxis({ id: 1, side: 'b', title: head, log: log?.x })
  return [first, valueAxis({ id: 2, side: 'l', log: log?.y })]
}

/** Each name is drawn, or one of so many. */
function nameAxis(orientation: string, side: string, every: number): string {
  return xml(
    'c:catAx',
    {},
    set('axId', 1),
    xml('c:scaling', {}, set('orientation', orientation)),
    set('delete', 0),
    set('axPos', side),
    ...NO_TICKS,
    set('tickLblPos', 'low'),
    xml('c:spPr', {}, xml('a:ln', { w: 9525 }, themeFill('tx2'))),
    set('crossAx', 2),
    set('crosses', 'autoZero'),
    set('tickLblSkip', every),
  )
}

interface ValueAxis {
  id: 1 | 2
  side: string
  title?: string | undefined
  /** Its ends; without them it is drawn, from where Office likes. */
  range?: readonly [number, number] | undefined
  log?: boolean | undefined
}

function valueAxis({ id, side, title, range, log }: ValueAxis): string {
  const ends = range ? [set('max', range[1]), set('min', range[0])] : []
  const grid = xml('c:majorGridlines', {}, xml('c:spPr', {}, xml('a:ln', { w: 9525 }, themeFill('bg2'))))
  return xml(
    'c:valAx',
    {},
    set('axId', id),
    xml('c:scaling', {}, log ? set('logBase', 10) : '', set('orientation', 'minMax'), ...ends),
    set('delete', range ? 1 : 0),
    set('axPos', side),
    range ? '' : grid,
    title === undefined ? '' : axisTitle(title),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    ...NO_TICKS,
    set('tickLblPos', range ? 'none' : 'low'),
    xml('c:spPr', {}, NO_LINE),
    set('crossAx', 3 - id),
    set('crosses', log ? 'min' : 'autoZero'),
  )
}

function axisTitle(title: string): string {
  const run = xml('a:r', {}, xml('a:rPr', { b: 0 }), `<a:t>${escapeXml(title)}</a:t>`)
  return xml(
    'c:title',
    {},
    xml('c:tx', {}, xml('c:rich', {}, '<a:bodyPr/><a:lstStyle/>', xml('a:p', {}, run))),
    set('overlay', 0),
  )
}

const NO_TICKS = [set('majorTickMark', 'none'), set('minorTickMark', 'none')]

function letters(size: number): string {
  const look = xml('a:defRPr', { sz: typeSize(size) }, themeFill('tx1'))
  return xml('c:txPr', {}, '<a:bodyPr/><a:lstStyle/>', xml('a:p', {}, xml('a:pPr', {}, look), xml('a:endParaRPr')))
}
