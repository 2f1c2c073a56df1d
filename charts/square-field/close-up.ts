import {
  type Box,
  type BoxRow,
  colour,
  type Drawing,
  lines,
  quiet,
  rule,
  type Stage,
  strong,
  textWidth,
  together,
} from 'countdown-story/charts'
import { count, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { type Grid, pieces, UNIT } from './squares.ts'

/** How many times larger the lens shows the squares. */
const POWER = 8

/** A part of the field, and where it is shown so many times larger. In px. */
interface Lens {
  from: Box
  to: Box
}

/** The end of the bottom row under a lens, where the first countries fall: each named over its own squares. The frame around it keeps its size, and so do its squares. */
export function closeUp(stage: Stage, grid: Grid, current: string): Drawing {
  const told = records.slice(0, records.findIndex(({ id }) => id === current) + 1)
  const lens = lensOver(grid, told)
  const title = quiet(stage, 'lens', `×${count(POWER)}`, lens.to.right - 12, lens.to.top + stage.text.strong + 4)
  return together(
    drawLens(lens, magnified(grid, lens, told, current)),
    { texts: [{ ...title, ...strong(stage), align: 'right' }] },
    ...told.map((record, i) => named(stage, grid, lens, record, dollarsOf(told.slice(0, i)), record.id === current)),
  )
}

/** In the empty upper part of the frame; it moves along the row once this is longer. */
function lensOver({ left, right, top, bottom, pitch }: Grid, told: readonly CountryRecord[]): Lens {
  const height = bottom - top
  const inset = Math.min(pitch * 1.5, 18)
  const to = { left: left + inset, right: right - inset, top: top + height * 0.07, bottom: bottom - height * 0.19 }
  const shown = (to.right - to.left) / POWER
  const end = left + Math.max(shown, (dollarsOf(told) / UNIT) * pitch + pitch / 4)
  return { from: { left: end - shown, right: end, top: bottom - (to.bottom - to.top) / POWER, bottom }, to }
}

/** Its edge on paper, the edge of what it magnifies, and lines from the one to the other. */
function drawLens({ from, to }: Lens, boxes: readonly BoxRow[]): Drawing {
  const edges = (key: string, { left, right, top, bottom }: Box) =>
    lines(key, [left, top, right, top, right, bottom, left, bottom, left, top], { stroke: colour.quiet })
  return {
    boxes: [{ key: 'lens', x: to.left, x2: to.right, y: to.top, y2: to.bottom, fill: colour.paper }, ...boxes],
    marks: [
      ...edges('lens', to),
      ...edges('lens-from', from),
      rule('lens-line-left', [from.left, from.top, to.left, to.bottom], { stroke: colour.quiet }),
      rule('lens-line-right', [from.right, from.top, to.right, to.bottom], { stroke: colour.quiet }),
    ],
  }
}

/** Where a place of the row, in squares, lies in the lens, in px. */
function through({ left, pitch }: Grid, { from, to }: Lens, squares: number): number {
  return to.left + (left + squares * pitch - from.left) * POWER
}

/** The squares as far as they lie in the lens. */
function magnified(grid: Grid, lens: Lens, told: readonly CountryRecord[], current: string): BoxRow[] {
  const { to } = lens
  return pieces(grid.columns, told).flatMap(({ key, id, x, x2, y, y2 }) => {
    const [left, right] = [Math.max(through(grid, lens, x), to.left), Math.min(through(grid, lens, x2), to.right)]
    const [top, bottom] = [Math.max(to.bottom - y2 * grid.pitch * POWER, to.top), to.bottom - y * grid.pitch * POWER]
    const fill = id === current ? colour.signal : colour.mute
    return left < right && top < bottom ? [{ key: `lens-${key}`, x: left, x2: right, y: top, y2: bottom, fill }] : []
  })
}

/** A country's name over its first square, with its amount unless that is the slide's number; a seam in the square that it shares. */
function named(stage: Stage, grid: Grid, lens: Lens, record: CountryRecord, before: number, isCurrent: boolean): Drawing {
  const { to } = lens
  const [x, top] = [through(grid, lens, before / UNIT), to.bottom - grid.pitch * POWER]
  if (x < to.left) return {}
  const look = isCurrent ? strong(stage, colour.signal) : { size: stage.text.label, weight: 400 as const, fill: colour.quiet }
  const room = isCurrent ? to.right - x - 12 : (record.deficit / UNIT) * grid.pitch * POWER - 12
  const lines = [...wrapped(record.name, room, look.size, look.weight), ...(isCurrent ? [] : [usd(record.deficit)])]
  const step = look.size + 3
  const first = top - 10 - (lines.length - 1) * step
  const key = (line: number) => (line === 0 ? record.id : `${record.id}-${line}`)
  return {
    marks: [
      rule(`lens-${record.id}`, [x, first - look.size, x, top], { stroke: look.fill }),
      rule(`lens-seam-${record.id}`, [x, top, x, to.bottom], { stroke: colour.paper, width: 2 }),
    ],
    texts: lines.map((text, line) => quiet(stage, key(line), text, x + 6, first + line * step, look)),
  }
}

/** A name in as many lines as its room asks for. */
function wrapped(name: string, room: number, size: number, weight: 400 | 600): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (textWidth(longer, size, weight) <= room) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}

function dollarsOf(some: readonly CountryRecord[]): number {
  return some.reduce((sum, { deficit }) => sum + deficit, 0)
}
