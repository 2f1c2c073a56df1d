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
function outermost(element: Element): Element | null {
  return element.closest('svg:not(svg *)')
}

/** What is clipped away at a point of the page is not hit there. The point is scrolled into the window for it. */
function hitOrder(thing: Element, text: Element, x: number, y: number): Order {
  if (y < scrollY || y >= scrollY + innerHeight) scrollTo(0, y - innerHeight / 2)
  const hits = document.elementsFromPoint(x, y - scrollY)
  const [first, second] = [hits.indexOf(thing), hits.indexOf(text)]
  if (first < 0 || second < 0) return 'absent'
  return first < second ? 'above' : 'beneath'
}

/** Lets everything be hit: what lets the pointer through is painted all the same. */
export function makeHittable(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*{pointer-events:auto!important}')
  document.adoptedStyleSheets = [sheet]
}

/** Asks for the order of some things, and leaves the page at its top, where everything is measured. */
export function withHits<T>(ask: () => T): T {
  const found = ask()
  scrollTo(0, 0)
  return found
}
