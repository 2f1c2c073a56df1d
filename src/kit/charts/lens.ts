import { type BoxRow, type Drawing, rule } from './drawing.ts'
import type { Box } from './stage.ts'
import { colour } from './theme.ts'

/** A part of a chart, and where it is shown so many times larger. In px. */
export interface Lens {
  from: Box
  to: Box
  power: number
}

/** A lens of this power in a place of the chart, which shows what lies around `at`: the right lower corner of what is magnified. */
export function lensAt(to: Box, power: number, at: { x: number; y: number }): Lens {
  const from = { left: at.x - (to.right - to.left) / power, right: at.x, top: at.y - (to.bottom - to.top) / power, bottom: at.y }
  return { from, to, power }
}

/** Where a point of the chart lies in the lens. */
export function through({ from, to, power }: Lens, [x, y]: readonly [number, number]): [number, number] {
  return [to.left + (x - from.left) * power, to.top + (y - from.top) * power]
}

/** The lens itself, on paper: its edge, the edge of what it magnifies, and lines from the one to the other. `boxes` are shown in it as far as they lie within. */
export function drawLens(lens: Lens, boxes: readonly BoxRow[]): Drawing {
  const { from, to } = lens
  const edge = (key: string, { left, right, top, bottom }: Box) => [
    rule(`${key}-top`, [left, top, right, top], { stroke: colour.quiet }),
    rule(`${key}-right`, [right, top, right, bottom], { stroke: colour.quiet }),
    rule(`${key}-bottom`, [left, bottom, right, bottom], { stroke: colour.quiet }),
    rule(`${key}-left`, [left, top, left, bottom], { stroke: colour.quiet }),
  ]
  const paper: BoxRow = { key: 'lens', x: to.left, x2: to.right, y: to.top, y2: to.bottom, fill: colour.paper }
  return {
    boxes: [paper, ...boxes.flatMap((box) => magnified(lens, box))],
    marks: [
      ...edge('lens', to),
      ...edge('lens-from', from),
      rule('lens-line-left', [from.left, from.top, to.left, to.bottom], { stroke: colour.quiet }),
      rule('lens-line-right', [from.right, from.top, to.right, to.bottom], { stroke: colour.quiet }),
    ],
  }
}

function magnified(lens: Lens, box: BoxRow): BoxRow[] {
  const { to } = lens
  const [[left, top], [right, bottom]] = [through(lens, [box.x, box.y]), through(lens, [box.x2, box.y2])]
  const [x, x2] = [Math.max(left, to.left), Math.min(right, to.right)]
  const [y, y2] = [Math.max(top, to.top), Math.min(bottom, to.bottom)]
  return x < x2 && y < y2 ? [{ ...box, key: `lens-${box.key}`, x, x2, y, y2 }] : []
}
