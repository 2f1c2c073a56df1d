import type { ElementContent } from 'hast'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import type { Tree } from '../tree/tree.ts'
import { stepId } from './chart-scenes.ts'
import type { Slide } from './story.ts'

/** The class of what a slide shows at a step of its own, which reveal.js knows by that name. */
export const FRAGMENT = 'fragment'

/** The class of what shows one of its children at a time: at first the first, and each fragment in the place of the one before. */
export const PAGED = 'paged'

/** How many steps a slide has after it has come: of its text and of its chart, whichever has more. */
export function stepsOf({ content, chart }: Pick<Slide, 'content' | 'chart'>): number {
  const texts = elementsOf(content).filter((element) => hasClass(element, FRAGMENT))
  return Math.max(texts.length, chart?.earlier?.length ?? 0)
}

/** What a slide shows at a step: what comes later is left out, or is there and not seen, so that nothing else moves. */
export function contentAt(content: Tree, step: number, later: 'unseen' | 'left out'): Tree {
  return editTree(content, (element) => {
    if (hasClass(element, PAGED)) return { ...element, children: element.children.filter(isSeen).slice(-1) }
    if (!hasClass(element, FRAGMENT) || Number(element.properties.dataFragmentIndex) < step) return undefined
    if (later === 'left out') return []
    return {
      ...element,
      properties: { ...element.properties, className: [...(element.properties.className as string[]), 'unseen'] },
    }
  })
}

function isSeen(child: ElementContent): boolean {
  return child.type === 'element' && !hasClass(child, 'unseen')
}

/** What a slide puts on the stage, one after the other; its text may come in more steps. */
export function stagesOf({ id, stage, chart }: Pick<Slide, 'id' | 'stage' | 'chart'>): Slide['stage'][] {
  const earlier = stage && chart?.earlier ? chart.earlier.map((_, step) => ({ ...stage, step: stepId(id, step) })) : []
  return [...earlier, stage]
}

/** Slides that know which states of a talk are theirs. */
export function withStates(slides: readonly Slide[]): Slide[] {
  let more = 0
  return slides.map((slide) => {
    more += stagesOf(slide).length - 1
    return more === 0 ? slide : { ...slide, state: slide.index + more }
  })
}

/** The position among the states of a talk of what a slide shows at one of its steps, the last one unless given. */
export function stateAt(slide: Slide, step = Number.POSITIVE_INFINITY): number {
  const earlier = stagesOf(slide).length - 1
  return (slide.state ?? slide.index) - earlier + Math.min(step, earlier)
}

/** What one page, or one part of a film, shows: a slide at one of its steps. */
export interface View {
  slide: Slide
  step: number
  /** Whether the slide was shown before. */
  isAgain: boolean
}

/** The views of some slides: of each its last step, or all of them, as always where a step takes the place of the one before. */
export function viewsOf(slides: readonly Slide[], which: 'all' | 'last' = 'last'): View[] {
  return slides.flatMap((slide) => {
    const last = stepsOf(slide)
    const isPaged = elementsOf(slide.content, 'div').some((element) => hasClass(element, PAGED))
    const first = which === 'all' || isPaged ? 0 : last
    return Array.from({ length: last - first + 1 }, (_, index) => ({ slide, step: first + index, isAgain: index > 0 }))
  })
}
