import { boxOf, type TextRow } from './drawing.ts'
import type { Box } from './stage.ts'

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

/** A mark that no name may cover. */
export type Obstacle = Pick<Labelled, 'x' | 'y' | 'radius'>

/**
 * Names marks where there is room: right, left, above or below them, clear of every other mark, of `others` and of every name.
 * The first in the list choose first; a name without room is left out.
 */
export function placeLabels(marks: readonly Labelled[], bounds: Box, others: readonly Obstacle[] = []): TextRow[] {
  const obstacles: readonly Obstacle[] = [...marks, ...others]
  const placed: TextRow[] = []
  for (const mark of marks) {
    const isFree = (box: Box) =>
      inside(box, bounds) &&
      obstacles.every((other) => other === mark || !covers(box, other)) &&
      placed.every((other) => !overlap(box, boxOf(other)))
    const found = candidates(mark).find((row) => isFree(boxOf(row)))
    if (found) placed.push(found)
  }
  return placed
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

/** Whether two rectangles have a point in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
}

function covers(box: Box, { x, y, radius }: Obstacle): boolean {
  const nearest = { x: Math.min(Math.max(x, box.left), box.right), y: Math.min(Math.max(y, box.top), box.bottom) }
  return Math.hypot(nearest.x - x, nearest.y - y) < radius + 1
}
