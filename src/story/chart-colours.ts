import type { Tree } from '../tree/tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import type { Mark, StageState } from './mark.ts'
import type { Shades } from './page-colours.ts'

const shades = (light: string, dark: string): Shades => ({ light, dark })

/**
 * Colours of charts that say nothing of theirs: ten that tell categories apart, the ends of a ramp, and both ends and the middle of
 * what has two sides. Each has a contrast of at least 3 to its paper, and the ten stay apart for readers who see fewer colours.
 */
export const chartColours = {
  'category-1': shades('#105ea1', '#6ca9e9'),
  'category-2': shades('#c15b0f', '#e8904d'),
  'category-3': shades('#3d9d66', '#91efb6'),
  'category-4': shades('#8e4a7c', '#bd6eae'),
  'category-5': shades('#6a4e00', '#d8b02d'),
  'category-6': shades('#00515d', '#61cfdb'),
  'category-7': shades('#b8323c', '#ff9695'),
  'category-8': shades('#6a6f75', '#a6b0bd'),
  'category-9': shades('#845136', '#c99a7c'),
  'category-10': shades('#5c51ba', '#a49cff'),
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
