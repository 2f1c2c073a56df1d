import { colour, type RuleRow, rule, type Stage } from 'countdown-story/charts'
import { type Grid, outline, UNIT } from './squares.ts'

/** Baseline of the line below the frame. */
export function below({ text }: Stage, { bottom }: Grid): number {
  return bottom + text.strong + 10
}

/** Upper edge of the rows that so many dollars fill or begin. */
export function topOf({ bottom, pitch, columns }: Grid, dollars: number): number {
  return bottom - Math.ceil(dollars / UNIT / columns) * pitch
}

/** Level of so many dollars, as if they filled the width evenly. */
export function levelOf({ bottom, pitch, columns }: Grid, dollars: number): number {
  return bottom - (dollars / UNIT / columns) * pitch
}

/** The outline of a stretch of the sequence, dashed. */
export function edges(grid: Grid, key: string, from: number, to: number): RuleRow[] {
  const corners = outline(grid, from / UNIT, to / UNIT).map(([x, y]) => [
    grid.left + x * grid.pitch,
    grid.bottom - y * grid.pitch,
  ])
  return corners.slice(1).map(([x = 0, y = 0], i) => {
    const [x0 = 0, y0 = 0] = corners[i] ?? []
    return rule(`${key}-${i}`, [x0, y0, x, y], { stroke: colour.ink, dash: [4, 4] })
  })
}
