import type { StageState } from '../story/mark.ts'
import type { PlotArea } from './plot-area.ts'

/** Nobody sees so much less, in px. */
const NEARLY = 0.5

/** What the author of a chart should know of its type: nothing, unless some is smaller than its medium allows. */
export function checkType(states: ReadonlyMap<string, StageState>, { least }: PlotArea): string[] {
  let smallest: { size: number; text: string } | undefined
  for (const { marks } of states.values())
    for (const mark of marks.values()) if (mark.kind === 'text' && mark.size < (smallest?.size ?? least - NEARLY)) smallest = mark
  if (!smallest) return []
  const { size, text } = smallest
  return [
    `the text \`${text}\` is ${Math.round(size * 10) / 10} px high here, expected at least ${least}; show fewer rows, columns or views, or set larger type`,
  ]
}
