import { paragraphsIn, type Wording } from './groups.ts'
import type { PaintedCell, PaintedRow, PaintedTable, PaintedText } from './painted.ts'
import { graphicFrame, type ObjectName, themeFill } from './shapes.ts'
import { paragraphsXml, type TextContext } from './text-body.ts'
import { type Attributes, emu, xml } from './xml.ts'

/** Names what stands in the frame of a table. */
const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table'

/** Letters of other programs may be a little wider: narrow columns have more room (px), which the widest gives. */
const SLACK = 4

/** A table of PowerPoint's own, its columns and rows as they were painted: its heads are marked as such. */
export function tableFrame({ box, rows }: PaintedTable, name: ObjectName, text: TextContext, wording: Wording): string {
  const edges = edgesOf(rows, text.rtl)
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0))
  const widest = widths.indexOf(Math.max(...widths))
  const columns = widths.map((width, at) => width + (at === widest ? SLACK * (2 - widths.length) : SLACK))
  const look = xml('a:tblPr', { rtl: text.rtl ? 1 : undefined, firstRow: rows[0]?.isHead ? 1 : undefined })
  const grid = columns.map((width) => xml('a:gridCol', { w: emu(width) }))
  const places = placesOf(rows, edges, text.rtl)
  const lines = rows.map((row, index) => {
    const cells = places[index]?.map((place) => cellXml(place, text, wording)) ?? []
    return xml('a:tr', { h: emu(row.box.height) }, ...cells)
  })
  const height = rows.reduce((sum, row) => sum + row.box.height, 0)
  const width = columns.reduce((sum, column) => sum + column, 0)
  const x = text.rtl ? box.x + box.width - width : box.x
  const table = xml('a:tbl', {}, look, xml('a:tblGrid', {}, ...grid), ...lines)
  return graphicFrame(name, { ...box, x, width, height }, TABLE, table, '<a:graphicFrameLocks noGrp="1"/>')
}

/** Where a cell begins and ends across, from the side at which its row begins, in px. */
function extentIn({ box: row }: PaintedRow, { box }: PaintedCell, rtl: boolean): [start: number, end: number] {
  const start = rtl ? row.x + row.width - box.x - box.width : box.x - row.x
  return [start, start + box.width]
}

/** Where columns begin and end. */
function edgesOf(rows: readonly PaintedRow[], rtl: boolean): number[] {
  const all = rows.flatMap((row) => row.cells.flatMap((cell) => extentIn(row, cell, rtl))).toSorted((a, b) => a - b)
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) > 1)
}

/** A place of the grid: where a cell begins, with its spans, what another goes on in, or nothing. */
interface Place {
  cell?: PaintedCell
  spans: Attributes
}

/** Every row has a place for each column. */
function placesOf(rows: readonly PaintedRow[], edges: readonly number[], rtl: boolean): Place[][] {
  const grid = rows.map(() => Array.from({ length: edges.length - 1 }, (): Place => ({ spans: {} })))
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const [start, end] = extentIn(row, cell, rtl).map((at) => edges.findIndex((edge) => Math.abs(edge - at) <= 1)) as [
        number,
        number,
      ]
      const below = rows.findIndex(({ box }, at) => at >= index && box.y + box.height >= cell.box.y + cell.box.height - 1)
      const last = Math.max(index, below)
      for (let line = index; line <= last; line++)
        for (let at = start; at < end; at++)
          grid[line]?.splice(at, 1, {
            spans: { hMerge: at > start ? 1 : undefined, vMerge: line > index ? 1 : undefined },
          })
      const spans = { gridSpan: end - start > 1 ? end - start : undefined, rowSpan: last > index ? last - index + 1 : undefined }
      grid[index]?.splice(start, 1, { cell, spans })
    }
  }
  return grid
}

const EMPTY = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>'

/** Set closer than its letters are high, a line has the height of its row: programs do not agree where it stands in its own. */
function inRow(one: PaintedText, height: number): PaintedText {
  const letters = Math.max(...one.runs.map(({ size }) => size)) * 1.25
  return one.lines === 1 && letters > one.line ? { ...one, line: Math.max(one.line, Math.min(letters, height)) } : one
}

function cellXml({ cell, spans }: Place, text: TextContext, wording: Wording): string {
  if (!cell) return xml('a:tc', spans, EMPTY, xml('a:tcPr'))
  const { texts, left, right, below, box } = cell
  const inner = { ...box, x: box.x + left, width: box.width - left - right }
  const words = paragraphsXml(paragraphsIn({ texts: texts.map((one) => inRow(one, box.height)), box: inner }, wording), text)
  const none = (side: string) => xml(`a:ln${side}`, { w: 0 }, xml('a:noFill'))
  const line = below === undefined ? none('B') : xml('a:lnB', { w: 9525 }, themeFill(wording.placeOf(below)))
  // Half of the room at the end is for letters that are a little wider in other programs.
  const [marL, marR] = text.rtl ? [emu(left / 2), emu(right)] : [emu(left), emu(right / 2)]
  const sides = ['L', 'R', 'T'].map(none)
  const look = xml('a:tcPr', { marL, marR, marT: 0, marB: 0, anchor: 'ctr' }, ...sides, line, xml('a:noFill'))
  return xml('a:tc', spans, xml('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', words), look)
}
