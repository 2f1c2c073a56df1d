import type { Tree } from '../tree/tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import type { Mark, StageState } from './mark.ts'
import type { Shades } from './page-colours.ts'

const shades = (light: string, dark: string): Shades => ({ light, dark })

/**
 * Colours of charts that say nothing of theirs: ten that tell categories apart, the ends of a ramp, and both ends and the middle of
 * what has two sides. Each has a contrast of at least 3 to its paper.
 */
export const chartColours = {
  'category-1': shades('#2b6cb0', '#6fabeb'),
  'category-2': shades('#c05a0e', '#ee9650'),
  'category-3': shades('#2f7d4f', '#5fbd86'),
  'category-4': shades('#a33f8c', '#dc8acb'),
  'category-5': shades('#8a6a00', '#d6b040'),
  'category-6': shades('#0e7a86', '#4bbcc8'),
  'category-7': shades('#b8323c', '#f07c7c'),
  'category-8': shades('#626b78', '#a5afbc'),
  'category-9': shades('#86543a', '#c99a7c'),
  'category-10': shades('#5c51ba', '#a69ef2'),
  'ramp-start': shades('#6092c4', '#4d77a8'),
  'ramp-end': shades('#08264f', '#d6e8ff'),
  'side-start': shades('#0b4a94', '#7db7f5'),
  'side-middle': shades('#8e8981', '#77726a'),
  'side-end': shades('#a33d00', '#ffa066'),
} as const

/** The name of one of these colours. */
export type ChartColour = keyof typeof chartColours

/** Those of the colours that marks are painted with, on the stage and in the text of slides, so that pages carry no others. */
export function chartColoursIn(
  states: readonly StageState[],
  slides: readonly { body: Tree; inlineCharts?: unknown }[] = [],
): Partial<Record<ChartColour, Shades>> {
  const used = new Set<string>()
  const seen = new Set<Mark>()
  const note = (text = '') => {
    for (const [, name = ''] of text.matchAll(/var\(--([a-z]+-[a-z\d]+)\)/g)) used.add(name)
  }
  for (const { marks } of states)
    for (const mark of marks.values()) {
      if (seen.has(mark)) continue
      seen.add(mark)
      note(mark.fill)
      note(mark.stroke)
    }
  for (const { body, inlineCharts } of slides) if (inlineCharts) note(writeTree(body))
  return Object.fromEntries(Object.entries(chartColours).filter(([name]) => used.has(name)))
}
