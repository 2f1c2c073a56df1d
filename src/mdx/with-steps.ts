import type { Element, ElementContent } from 'hast'
import { FRAGMENT } from '../story/steps.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import type { Tree } from '../tree/tree.ts'

/** A slide's text whose parts in `<Steps>` come one by one, and whose steps are numbered from 0. */
export function withSteps(text: Tree): Tree {
  const marked = editTree(text, (element) =>
    hasClass(element, 'steps') ? { ...element, children: element.children.map(stepOf) } : undefined,
  )
  if (!elementsOf(marked).some(isStep)) return marked
  const numbered = structuredClone(marked)
  for (const [step, { properties }] of elementsOf(numbered).filter(isStep).entries()) properties.dataFragmentIndex = step
  return numbered
}

function isStep(element: Element): boolean {
  return hasClass(element, FRAGMENT)
}

/** Of a list, its items are the steps. */
function stepOf(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child
  if (child.tagName === 'ul' || child.tagName === 'ol') return { ...child, children: child.children.map(fragment) }
  return fragment(child)
}

function fragment(child: ElementContent): ElementContent {
  if (child.type !== 'element' || hasClass(child, FRAGMENT)) return child
  const { className } = child.properties
  const properties = { ...child.properties, className: [...(Array.isArray(className) ? className : []), FRAGMENT] }
  return { ...child, properties }
}
