import type { Element, Kid } from './elements.ts'
import type { Pages } from './page-tree.ts'
import { decodeText } from './values.ts'

/** What the structure tree says of a document, as far as the build checks it. */
export interface Structure {
  /** The alternative text of each figure, in reading order; undefined for a figure that has none. */
  figures: (string | undefined)[]
  /** The text of each link by the object of its annotation. */
  links: ReadonlyMap<number, string>
}

/** Reads what the elements of the structure tree say that have something to be checked. */
export function readStructure(elements: readonly Element[], pages: Pages): Structure {
  const textOf = createTextReader(pages)
  const links = elements
    .filter(({ type }) => type === 'Link')
    // A link that goes over several lines has an annotation for each.
    .flatMap((link) => link.kids.flatMap((kid) => (kid.kind === 'annotation' ? [[kid.annotation, textOf(link)] as const] : [])))
  return {
    figures: elements.filter(({ type }) => type === 'Figure').map(alternative),
    links: new Map(links.flatMap(([annotation, text]) => (annotation === undefined ? [] : [[annotation, text]]))),
  }
}

/** The text that an element gives instead of what it holds. */
export function alternative({ entries }: Element): string | undefined {
  const text = entries.get('Alt')
  return typeof text === 'string' ? decodeText(text) : undefined
}

/** Makes a reader of what an element says: its alternative text, else the text that it holds. */
function createTextReader({ pages, forms }: Pages): (element: Element) => string {
  const texts = new Map([...pages, ...forms].map(({ id, content }) => [id, content.texts]))
  const ofKid = (kid: Kid): string => {
    if (kid.kind === 'element') return said(kid.element)
    return kid.kind === 'mark' ? (texts.get(kid.holder ?? 0)?.[kid.mark] ?? '') : ''
  }
  const said = (element: Element): string => alternative(element) ?? element.kids.map(ofKid).join('')
  return (element) => said(element).replace(/\s+/g, ' ').trim()
}
