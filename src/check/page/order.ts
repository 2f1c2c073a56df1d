import { styleOf } from './computed-styles.ts'

/** What is known of a thing and a text at a point where both should be: which of them is painted above the other. */
export type Order = 'above' | 'beneath' | 'absent'

/** How a thing is painted relative to a text at a point of the window. In one picture, in the order of the document; else the browser knows. */
export function orderAt(thing: Element, text: Element, x: number, y: number): Order {
  const picture = outermost(text)
  if (picture?.contains(thing) && picture !== thing) {
    return text.compareDocumentPosition(thing) & Node.DOCUMENT_POSITION_FOLLOWING ? 'above' : 'beneath'
  }
  return hitOrder(thing, text, x, y)
}

/** The picture that an element belongs to, where it does. */
export function outermost(element: Element): Element | undefined {
  let found: Element | undefined
  for (let svg = element.closest('svg'); svg; svg = svg.parentElement?.closest('svg') ?? null) found = svg
  return found
}

/** What is clipped away at a point is not hit there. The point is scrolled into the window for it. */
function hitOrder(thing: Element, text: Element, x: number, y: number): Order {
  makeHittable(thing, text)
  const down = y + scrollAt
  if (down < scrollY || down >= scrollY + innerHeight) scrollTo(0, down - innerHeight / 2)
  const hits = document.elementsFromPoint(x, down - scrollY)
  const [first, second] = [hits.indexOf(thing), hits.indexOf(text)]
  if (first < 0 || second < 0) return 'absent'
  return first < second ? 'above' : 'beneath'
}

/** How far the page was scrolled when everything was measured. */
let scrollAt = 0
let hittable: CSSStyleSheet | undefined

/** Something that lets the pointer through is painted all the same. */
function makeHittable(...elements: Element[]): void {
  if (hittable || elements.every((element) => styleOf(element).pointerEvents !== 'none')) return
  hittable = new CSSStyleSheet()
  hittable.replaceSync('*{pointer-events:auto!important}')
  document.adoptedStyleSheets.push(hittable)
}

/** Asks for the order of some things, and leaves the page as it was. */
export function withHits<T>(ask: () => T): T {
  scrollAt = scrollY
  try {
    return ask()
  } finally {
    if (scrollY !== scrollAt) scrollTo(0, scrollAt)
    if (hittable) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hittable)
    hittable = undefined
  }
}
