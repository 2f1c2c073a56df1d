import type { Element, ElementContent } from 'hast'
import type { Deck } from '../story/deck.ts'
import type { Tree } from '../tree/tree.ts'

/** What a layout has drawn with the deck's own line and sign below it, if it has any. */
export function withFooter(content: Tree, { footer, logo }: Pick<Deck, 'footer' | 'logo'>): Tree {
  const [slide] = content.children
  if (slide?.type !== 'element' || (footer === undefined && logo === undefined)) return content
  const line: ElementContent[] = footer === undefined ? [] : [element('span', {}, [{ type: 'text', value: footer }])]
  const sign: ElementContent[] = logo === undefined ? [] : [element('img', { src: logo.src, alt: logo.alt }, [])]
  const below = element('div', { className: ['footer'] }, [...line, ...sign])
  return { ...content, children: [{ ...slide, children: [...slide.children, below] }, ...content.children.slice(1)] }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
