import {
  type Box,
  colour,
  type Drawing,
  drawLens,
  type Lens,
  lensAt,
  quiet,
  rule,
  type Stage,
  strong,
  textWidth,
  through,
  together,
} from 'countdown-story/charts'
import { count, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { type Grid, pieces, UNIT } from './squares.ts'

/** How many times larger the lens shows the squares. */
const POWER = 8

/** The end of the bottom row under a lens, where the first countries fall: each named over its own squares. The frame around it keeps its size, and so do its squares. */
export function closeUp(stage: Stage, grid: Grid, current: string): Drawing {
  const told = records.slice(0, records.findIndex(({ id }) => id === current) + 1)
  const lens = lensOver(grid, told)
  const boxes = pieces(grid.columns, told).map(({ key, id, x, x2, y, y2 }) => ({
    key,
    ...{ x: grid.left + x * grid.pitch, x2: grid.left + x2 * grid.pitch },
    ...{ y: grid.bottom - y2 * grid.pitch, y2: grid.bottom - y * grid.pitch },
    fill: id === current ? colour.signal : colour.mute,
  }))
  const title = quiet(stage, 'lens', `×${count(POWER)}`, lens.to.right - 12, lens.to.top + stage.text.strong + 4)
  return together(
    drawLens(lens, boxes),
    { texts: [{ ...title, ...strong(stage), align: 'right' }] },
    ...told.map((record, i) => named(stage, grid, lens, record, dollarsOf(told.slice(0, i)), record.id === current)),
  )
}

/** In the empty upper part of the frame; it moves along the row once this is longer. */
function lensOver(grid: Grid, told: readonly CountryRecord[]): Lens {
  const { left, right, top, bottom, pitch } = grid
  const height = bottom - top
  const inset = Math.min(pitch * 1.5, 18)
  const to: Box = { left: left + inset, right: right - inset, top: top + height * 0.07, bottom: bottom - height * 0.19 }
  const shown = (to.right - to.left) / POWER
  const end = (dollarsOf(told) / UNIT) * pitch + pitch / 4
  return lensAt(to, POWER, { x: left + Math.max(shown, end), y: bottom })
}

/** A country's name over its first square, with its amount unless that is the slide's number; a seam in the square that it shares. */
function named(stage: Stage, grid: Grid, lens: Lens, record: CountryRecord, before: number, isCurrent: boolean): Drawing {
  const [x, top] = through(lens, [grid.left + (before / UNIT) * grid.pitch, grid.bottom - grid.pitch])
  if (x < lens.to.left) return {}
  const look = isCurrent ? strong(stage, colour.signal) : { size: stage.text.label, weight: 400 as const, fill: colour.quiet }
  const room = isCurrent ? lens.to.right - x - 12 : (record.deficit / UNIT) * grid.pitch * POWER - 12
  const lines = [...wrapped(record.name, room, look.size, look.weight), ...(isCurrent ? [] : [usd(record.deficit)])]
  const step = look.size + 3
  const first = top - 10 - (lines.length - 1) * step
  return {
    marks: [
      rule(`lens-${record.id}`, [x, first - look.size, x, top], { stroke: look.fill }),
      rule(`lens-seam-${record.id}`, [x, top, x, lens.to.bottom], { stroke: colour.paper, width: 2 }),
    ],
    texts: lines.map((text, i) => ({
      key: i === 0 ? record.id : `${record.id}-${i}`,
      text,
      x: x + 6,
      y: first + i * step,
      align: 'left' as const,
      ...look,
    })),
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
