import type { Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { writeTree } from '../tree/write-tree.ts'

/** The small map of where a slide's record lies, for outputs that place it themselves; empty where there is none. */
export function locatorOf({ content }: Pick<Slide, 'content'>): string {
  const map = elementsOf(content, 'svg').find(
    ({ properties: { className } }) => Array.isArray(className) && className.includes('locator'),
  )
  return map ? writeTree({ type: 'root', children: [map] }) : ''
}
