import { type Drawing, type RuleRow, rule, type TextRow } from './drawing.ts'
import type { Box } from './stage.ts'
import { textWidth } from './text-width.ts'

/** A mark that wants a name beside it. In px. */
export interface Labelled {
  x: number
  y: number
  radius: number
  /** The label's key, words and look; its place is found. */
  label: Omit<TextRow, 'x' | 'y' | 'align'>
}

/** Space kept between a mark and its name, and around names. */
const GAP = 5

/** How far from its mark a name may be led, in px, and in how many directions. */
const [NEAREST, FARTHEST, STRIDE, DIRECTIONS] = [14, 150, 8, 24]

interface Placed {
  row: TextRow
  box: Box
  leader?: RuleRow
}

/**
 * Names marks where there is room: right, left, above or below them, clear of every other mark and name.
 * The first in the list choose first. A name without room there is led away on a line if its key is among `led`,
 * or else left out.
 */
export function placeLabels(marks: readonly Labelled[], bounds: Box, led: readonly string[] = []): Drawing {
  const placed: Placed[] = []
  for (const mark of marks) {
    const found =
      beside(mark, marks, bounds, placed) ?? (led.includes(mark.label.key) ? ledAway(mark, marks, bounds, placed) : undefined)
    if (found) placed.push(found)
  }
  return { texts: placed.map(({ row }) => row), rules: placed.flatMap(({ leader }) => leader ?? []) }
}

function beside(mark: Labelled, marks: readonly Labelled[], bounds: Box, placed: readonly Placed[]): Placed | undefined {
  return candidates(mark)
    .map((row) => ({ row, box: boxOf(row) }))
    .find(({ box }) => isFree(box, mark, marks, bounds, placed))
}

function ledAway(mark: Labelled, marks: readonly Labelled[], bounds: Box, placed: readonly Placed[]): Placed | undefined {
  for (let distance = mark.radius + NEAREST; distance < FARTHEST; distance += STRIDE) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const led = leadTo(mark, distance, (2 * Math.PI * i) / DIRECTIONS)
      if (isFree(led.box, mark, marks, bounds, placed) && isClear(led.leader, mark, marks, placed)) return led
    }
  }
  return undefined
}

function leadTo({ x, y, radius, label }: Labelled, distance: number, angle: number): Required<Placed> {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const [endX, endY] = [x + dx * distance, y + dy * distance]
  const row: TextRow = { ...label, x: endX + (dx < 0 ? -4 : 4), y: endY + label.size * 0.33, align: dx < 0 ? 'right' : 'left' }
  return {
    row,
    box: boxOf(row),
    leader: rule(`leader-${label.key}`, [x + dx * radius, y + dy * radius, endX, endY], { stroke: label.fill }),
  }
}

function isFree(box: Box, mark: Labelled, marks: readonly Labelled[], bounds: Box, placed: readonly Placed[]): boolean {
  return (
    inside(box, bounds) &&
    marks.every((other) => other === mark || !covers(box, other)) &&
    placed.every((other) => !overlap(box, other.box))
  )
}

/** Whether a line meets no other mark and no name. */
function isClear({ x, y, x2, y2 }: RuleRow, mark: Labelled, marks: readonly Labelled[], placed: readonly Placed[]): boolean {
  return Array.from({ length: 20 }, (_, i) => i / 19).every((at) => {
    const point = { x: x + (x2 - x) * at, y: y + (y2 - y) * at }
    const spot = { left: point.x - 1, right: point.x + 1, top: point.y - 1, bottom: point.y + 1 }
    return marks.every((other) => other === mark || !covers(spot, other)) && placed.every((other) => !overlap(spot, other.box))
  })
}

function candidates({ x, y, radius, label }: Labelled): TextRow[] {
  const middle = y + label.size * 0.33
  const offset = radius + GAP
  return [
    { ...label, x: x + offset, y: middle, align: 'left' },
    { ...label, x: x - offset, y: middle, align: 'right' },
    { ...label, x, y: y - offset, align: 'center' },
    { ...label, x, y: y + offset + label.size * 0.7, align: 'center' },
    { ...label, x: x + offset * 0.7, y: y - offset * 0.7, align: 'left' },
    { ...label, x: x + offset * 0.7, y: y + offset * 0.7 + label.size * 0.7, align: 'left' },
    { ...label, x: x - offset * 0.7, y: y - offset * 0.7, align: 'right' },
    { ...label, x: x - offset * 0.7, y: y + offset * 0.7 + label.size * 0.7, align: 'right' },
  ]
}

/** The rectangle that a line of text takes, from cap height to descender. */
export function boxOf({ text, x, y, size, weight, align }: TextRow): Box {
  const width = textWidth(text, size, weight)
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 }
}

/** Whether two rectangles have a point in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
}

function covers(box: Box, { x, y, radius }: Labelled): boolean {
  const nearest = { x: Math.min(Math.max(x, box.left), box.right), y: Math.min(Math.max(y, box.top), box.bottom) }
  return Math.hypot(nearest.x - x, nearest.y - y) < radius + 1
}
