import type { Element } from 'hast'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import type { Tree } from '../tree/tree.ts'

/**
 * A slide's text without what only the reading page has room for, which is marked by `data-only="read"`; `data-shortened` is what
 * a slide has room for of a long name. On a slide nothing scrolls, so that a region which would leaves the keys to the slides.
 */
export function forSlide(body: Tree): Tree {
  return editTree(editTree(body, withoutSorting), (element) => {
    const { dataOnly, dataShortened, ...rest } = element.properties
    if (dataOnly === 'read') return []
    if (typeof dataShortened === 'string')
      return { ...element, properties: rest, children: [{ type: 'text', value: dataShortened }] }
    return withoutKeys(element)
  })
}

/** Half a table is not offered for sorting. */
function withoutSorting(element: Element): Element | undefined {
  const { dataSortable, ...rest } = element.properties
  if (dataSortable === undefined || !elementsOf(element, 'tr').some(isReadOnly)) return undefined
  return { ...element, properties: rest }
}

function isReadOnly({ properties }: Element): boolean {
  return properties.dataOnly === 'read'
}

function withoutKeys(element: Element): Element | undefined {
  const { role, tabIndex, ariaLabel: _, dataKeys: __, ...rest } = element.properties
  return role === 'region' && tabIndex === 0 ? { ...element, properties: rest } : undefined
}
