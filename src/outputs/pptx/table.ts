import type { Element } from 'hast'
import { elementsOf } from '../../tree/elements-of.ts'
import { classesOf, lineOf } from './blocks.ts'
import { type Cell, columnWidths, linesOf, paddingBy, spanOf } from './column-widths.ts'
import { graphicFrame, type ObjectName, themeFill } from './shapes.ts'
import { type Paragraph, paragraphsXml, type TextContext } from './text-body.ts'
import { type Box, emu, xml } from './xml.ts'

/** A table as it is laid out; lengths in px. */
export interface TableLayout {
  rows: readonly (readonly Cell[])[]
  /** How many rows are heads. */
  heads: number
  columns: readonly number[]
  heights: readonly number[]
  size: number
}

/** Type size and height of rows of the tables of records, by their class, as the style sheet has them. */
const SIZES: Readonly<Record<string, readonly [size: number, row: number]>> = {
  few: [24, 34],
  one: [20, 29],
  roomy: [18, 30],
  two: [15, 22],
  long: [16, 23],
}
const EXPLORED = [15, 17.8] as const
const TYPED = [24, 40] as const

/**
 * A table of a slide in as many pieces as it stands in columns there, each as wide as `width` at most. What only the page has room
 * for is left out.
 */
export function layOutTable(table: Element, container: readonly string[], width: number): TableLayout[] {
  const isRecords = classesOf(table).includes('records')
  const named = container.flatMap((name) => SIZES[name] ?? [])
  const [size, rowHeight] = isRecords ? (named.length > 0 ? named : EXPLORED) : TYPED
  const rows = elementsOf(table, 'tr').filter(({ properties }) => properties.dataOnly !== 'read')
  const heads = rows.filter(isHeadRow)
  const parts = partsOf(rows.filter((row) => !isHeadRow(row)))
  const room = parts.length > 1 ? (width - 24) / 2 : width
  const columns = columnWidths(rows.map(cellsOf), size ?? 24, room, isRecords)
  return parts.map((part) => {
    const cells = [...heads, ...part].map(cellsOf)
    const heights = cells.map((row) => rowHeightOf(row, columns, size ?? 24, rowHeight ?? 40))
    return { rows: cells, heads: heads.length, columns, heights, size: size ?? 24 }
  })
}

function isHeadRow(row: Element): boolean {
  return elementsOf(row, 'td').length === 0 && elementsOf(row, 'th').every(({ properties }) => properties.scope !== 'row')
}

/** The row that opens a column of the slide begins another piece; where none does, a long one is cut in its middle. */
function partsOf(rows: readonly Element[]): Element[][] {
  const opens = rows.findIndex((row) => classesOf(row).includes('opens-column'))
  const at = opens < 0 && rows.length > MOST_ROWS ? Math.ceil(rows.length / 2) : opens
  return at > 0 ? [rows.slice(0, at), rows.slice(at)] : [[...rows]]
}

/** Rows that stand below each other. */
const MOST_ROWS = 24

function cellsOf(row: Element): Cell[] {
  return elementsOf(row, 'th', 'td')
    .filter(({ properties }) => properties.dataOnly !== 'read')
    .map((cell) => {
      const classes = classesOf(cell)
      const short = cell.properties.dataShortened
      const isHead = cell.tagName === 'th' && cell.properties.scope === 'row'
      const look = { ...(isHead && { bold: true }), ...(classes.includes('missing') && { colour: 'tx2' }) }
      const runs = typeof short === 'string' ? [{ ...look, text: short }] : lineOf(cell.children, look)
      return { runs, isHead, ...alignOf(cell, classes), span: Math.max(1, Number(cell.properties.colSpan ?? 1) || 1) }
    })
}

/** Figures stand at the end of their column. */
function alignOf(cell: Element, classes: readonly string[]): Pick<Cell, 'align'> {
  if (classes.includes('align-center')) return { align: 'ctr' }
  const isFigure = classes.includes('amount') || classes.includes('align-right') || isAmount(classes)
  return isFigure || (cell.properties.dataValue !== undefined && !classes.includes('rank')) ? { align: 'end' } : {}
}

/** Columns of the explored table are named after what they hold; words and names are not figures. */
function isAmount(classes: readonly string[]): boolean {
  return classes.length === 1 && !['rank', 'name', 'location', 'words', 'missing', 'align-left'].includes(classes[0] ?? '')
}

/** How high a row is: a line of text for each that its longest cell needs. */
function rowHeightOf(row: readonly Cell[], columns: readonly number[], size: number, line: number): number {
  return line + (linesOf(row, columns, size) - 1) * size * LINE
}

/** Line height by type size. */
const LINE = 1.2

/** A table of PowerPoint's own: its heads are marked as such. */
export function tableFrame(layout: TableLayout, name: ObjectName, { x, y }: Pick<Box, 'x' | 'y'>, context: TextContext): string {
  const { rows, columns, heights, heads } = layout
  const box = { x, y, width: columns.reduce((sum, one) => sum + one, 0), height: heights.reduce((sum, one) => sum + one, 0) }
  const grid = columns.map((width) => xml('a:gridCol', { w: emu(width) }))
  const look = xml('a:tblPr', { rtl: context.rtl ? 1 : undefined, firstRow: heads > 0 ? 1 : undefined })
  const lines = rows.map((row, index) =>
    xml(
      'a:tr',
      { h: emu(heights[index] ?? 0) },
      ...row.flatMap((cell) => cellXml(cell, layout, index, context)),
      ...missing(row, columns.length),
    ),
  )
  const table = xml('a:tbl', {}, look, xml('a:tblGrid', {}, ...grid), ...lines)
  return graphicFrame(name, box, TABLE, table, '<a:graphicFrameLocks noGrp="1"/>')
}

/** Names what stands in the frame of a table. */
const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table'

/** Every row has a cell for each column. */
function missing(row: readonly Cell[], count: number): string[] {
  return Array.from({ length: Math.max(0, count - spanOf(row)) }, () => xml('a:tc', {}, EMPTY, xml('a:tcPr')))
}

const EMPTY = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>'

function cellXml(cell: Cell, layout: TableLayout, row: number, context: TextContext): string[] {
  const isHead = row < layout.heads
  const look = { size: layout.size, ...(isHead && { colour: 'tx2' }) }
  // Exact, so that no face makes the rows higher than the slide has room for.
  const line = layout.size * LINE
  const paragraph: Paragraph = {
    runs: cell.runs.map((run) => ({ ...look, ...run })),
    line,
    ...(cell.align && { align: cell.align }),
  }
  const words = paragraphsXml([paragraph], context)
  const below = xml('a:lnB', { w: 9525 }, themeFill(row === layout.heads - 1 ? 'tx1' : 'bg2'))
  const none = ['L', 'R', 'T'].map((side) => xml(`a:ln${side}`, { w: 0 }, xml('a:noFill')))
  const edges = xml(
    'a:tcPr',
    { marL: 0, marR: emu(paddingBy(layout.size) / 2), marT: 0, marB: 0, anchor: 'ctr' },
    ...none,
    below,
    xml('a:noFill'),
  )
  const body = xml('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', words)
  const spanned = Array.from({ length: cell.span - 1 }, () => xml('a:tc', { hMerge: 1 }, EMPTY, xml('a:tcPr')))
  return [xml('a:tc', { gridSpan: cell.span > 1 ? cell.span : undefined }, body, edges), ...spanned]
}

/** The words of a table's caption; undefined where it has none. */
export function captionOf(table: Element): string | undefined {
  const [caption] = elementsOf(table, 'caption')
  return (
    caption &&
    lineOf(caption.children)
      .map((run) => run.text)
      .join('')
  )
}
