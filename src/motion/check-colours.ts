import { expressionFunction } from 'vega'
import type { Mark, StageState } from '../story/mark.ts'
import { pageColours } from '../story/page-colours.ts'
import { isGradient } from './definitions.ts'

const contrast = (expressionFunction as unknown as (name: string) => (a: string, b: string) => number)('contrast')

/** Less is not seen on light paper, where an author has seen how faint it is, and on dark paper, where nobody may have looked. */
const LEAST = { light: 1.25, dark: 1.6 } as const

/**
 * What an author should know of the colours of a chart that are the same on light and on dark paper: those that vanish on one of them.
 * Nothing of a chart that brings its paper along.
 */
export function checkColours(states: ReadonlyMap<string, StageState>): string[] {
  const own = [...states.values()].filter(({ marks }) => ![...marks.keys()].some((key) => key.endsWith(':paper')))
  return (['light', 'dark'] as const).flatMap((theme) => {
    const vanishing = new Set(own.flatMap(({ marks }) => [...vanishingColours([...marks.values()], theme)]))
    if (vanishing.size === 0) return []
    const ratio = (color: string) => Math.round(contrast(color, pageColours.paper[theme]) * 10) / 10
    const named = [...vanishing].map((color) => `\`${color}\` (${ratio(color)}:1)`).join(', ')
    return `marks in ${named} are hardly seen on ${theme} paper; choose colours that are seen on both, such as \`var(--ink)\` or \`var(--category-1)\`, or give the chart a \`background\``
  })
}

function vanishingColours(marks: readonly Mark[], theme: keyof typeof LEAST): Set<string> {
  const vanishing = new Set<string>()
  marks.forEach((mark, order) => {
    const color = vanishingColor(mark, theme)
    if (color === undefined || vanishing.has(color)) return
    if (!marks.slice(0, order).some((ground) => mayLieOn(mark, ground))) vanishing.add(color)
  })
  return vanishing
}

/**
 * The colour of what has no other that is seen on the paper; colours of the page are another on each, and light lines are gaps in
 * what they cross.
 */
function vanishingColor({ fill, stroke }: Mark, theme: keyof typeof LEAST): string | undefined {
  const paints = [fill, stroke].filter((paint) => paint !== undefined)
  const isUnseen = (paint: string) =>
    !paint.includes('var(') && !isGradient(paint) && contrast(paint, pageColours.paper[theme]) < LEAST[theme]
  return (fill !== undefined || theme === 'dark') && paints.every(isUnseen) ? paints[0] : undefined
}

/** Whether the middle of a mark may lie on another; of an outline it is not known where that is. */
function mayLieOn(mark: Mark, ground: Mark): boolean {
  if (ground.kind === 'path') return ground.fill !== undefined
  if (ground.kind === 'text' || ground.kind === 'rule' || ground.fill === undefined) return ground.kind === 'image'
  if (mark.kind === 'path') return true
  const { width, height } = { width: 0, height: 0, ...mark }
  const [x, y] = [mark.x + width / 2 - ground.x, mark.y + height / 2 - ground.y]
  return x >= 0 && x <= ground.width && y >= 0 && y <= ground.height
}
