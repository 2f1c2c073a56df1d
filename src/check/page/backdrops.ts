import { type Box, type Cover, type TextBlock, TOLERANCE } from '../sheet.ts'
import { isPainted } from './computed-styles.ts'
import { orderAt } from './order.ts'
import { type Painter, paints } from './painters.ts'
import { isOpaque } from './surfaces.ts'

/** Letters of one style, on their lines. */
export interface Piece {
  text: TextBlock
  element: Element
  lines: Box[]
}

/** What letters are seen with besides what they stand in, from the top down. */
export interface Backdrop {
  /** Above the letters, and lets them through. */
  veils: Painter[]
  beneath: Painter[]
}

/** A part of a line where the same is painted. */
interface Area extends Backdrop {
  cover?: Painter
  box: Box
  /** In square px. */
  size: number
}

/** How far the points are apart at which a line is looked at, as a part of the size of its letters; there are two at least. */
const STEP = 1 / 2

/** What letters are seen on, and what covers them. */
export function findBackdrops(piece: Piece, painters: readonly Painter[]): { backdrops: Backdrop[]; covers: Cover[] } {
  const areas = piece.lines.flatMap((line) => areasOf(piece, line, painters))
  // Less than about one letter.
  const seen = areas.filter(({ size }) => size * 4 > piece.text.size ** 2)
  return {
    backdrops: seen.filter(({ cover }) => !cover),
    // A picture with words of its own is told as what the text overlaps.
    covers: seen.flatMap(({ cover, box }) => (cover && cover.element.localName !== 'img' ? [coverOf(cover, box)] : [])),
  }
}

function areasOf(piece: Piece, line: Box, painters: readonly Painter[]): Area[] {
  const meeting = painters.filter(
    (painter) => meets(painter, line) && !painter.element.contains(piece.element) && isPainted(painter.element),
  )
  if (meeting.length === 0) return [{ veils: [], beneath: [], box: line, size: Infinity }]
  const areas = new Map<string, Area>()
  const [width, height] = [line.right - line.left, line.bottom - line.top]
  const [columns, rows] = [width, height].map((length) => Math.max(2, Math.round(length / (piece.text.size * STEP)))) as [
    number,
    number,
  ]
  const [across, down] = [width / columns, height / rows]
  for (let point = 0; point < columns * rows; point++) {
    const left = line.left + (point % columns) * across
    const top = line.top + Math.floor(point / columns) * down
    const cell = { left, top, right: left + across, bottom: top + down }
    addTo(areas, cell, layersAt(piece.element, meeting, left + across / 2, top + down / 2), meeting)
  }
  return [...areas.values()]
}

function meets({ boxes }: Painter, line: Box): boolean {
  return boxes.some(
    (box) =>
      Math.min(box.right, line.right) - Math.max(box.left, line.left) > TOLERANCE &&
      Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top) > TOLERANCE,
  )
}

/** What is painted at a point, from the top down. */
function layersAt(text: Element, meeting: readonly Painter[], x: number, y: number) {
  const layers = { above: [] as Painter[], beneath: [] as Painter[] }
  for (const painter of meeting.toReversed()) {
    if (!paints(painter, x, y)) continue
    const order = orderAt(painter.element, text, x, y)
    if (order !== 'absent') layers[order].push(painter)
  }
  return layers
}

function addTo(
  areas: Map<string, Area>,
  cell: Box,
  { above, beneath }: ReturnType<typeof layersAt>,
  meeting: readonly Painter[],
): void {
  const cover = above.find(isOpaque)
  const shown = cover ? [cover] : [...above, ...beneath]
  const key = `${cover ? 'covered' : above.length} ${shown.map((painter) => meeting.indexOf(painter))}`
  const known = areas.get(key)
  const size = (cell.right - cell.left) * (cell.bottom - cell.top) + (known?.size ?? 0)
  areas.set(key, { veils: above, beneath, ...(cover && { cover }), box: around(known?.box ?? cell, cell), size })
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** Named as its author finds it. */
function coverOf({ element }: Painter, box: Box): Cover {
  const isMark = element instanceof SVGElement
  const [name, value] = isMark ? ['fill', element.getAttribute('fill')] : ['class', element.getAttribute('class')]
  return { name: `<${element.localName}${value ? ` ${name}="${value}"` : ''}>`, isMark, box }
}
