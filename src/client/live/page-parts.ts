/** What of a page can be exchanged in place, and what cannot. */
export interface PageParts {
  root: Document
  /** Slides, steps of the reading page, pages of the handout. */
  units: readonly Unit[]
  /** Everything else as text; two pages that differ in it are two pages. */
  shell: string
}

interface Unit {
  element: Element
  html: string
}

/** Selector of the units. */
export const UNITS = '.slides > section, article.step, .script > article, section.sheet'
/** Whatever differs in these is either taken over by itself or seen by nobody. */
const PASSED_OVER = 'noscript, meta, link, head > script'
/** Attributes that name the page's other files, and those of units that only tell. */
const FILES = ['data-keyframes', 'data-column', 'data-narrow', 'data-short', 'data-slim', 'data-interactive']
const TELLING = ['data-act', 'data-rank', 'data-name', 'data-other-names', 'data-aliases', 'data-so-far', 'data-label']

/** Takes stock of a page as it was sent, before its scripts have changed it. */
export function readPage(root: Document): PageParts {
  const units = [...root.querySelectorAll(UNITS)].map((element) => ({ element, html: element.innerHTML }))
  return { root, units, shell: shellOf(root) }
}

function shellOf(root: Document): string {
  const copy = root.documentElement.cloneNode(true) as Element
  for (const element of copy.querySelectorAll(PASSED_OVER)) element.remove()
  for (const unit of copy.querySelectorAll(UNITS)) {
    unit.replaceChildren()
    for (const name of TELLING) unit.removeAttribute(name)
  }
  for (const stage of copy.querySelectorAll('.stage')) stage.replaceChildren()
  for (const name of FILES) for (const element of copy.querySelectorAll(`[${name}]`)) element.removeAttribute(name)
  // Where an element was passed over, the space around it is left.
  return copy.outerHTML.replace(/\s+/g, ' ')
}

/** Writes what units tell, and the names of files, from one element to its counterpart on the page. */
export function takeAttributes(to: Element, from: Element): void {
  for (const name of [...FILES, ...TELLING]) {
    const value = from.getAttribute(name)
    if (value === to.getAttribute(name)) continue
    if (value === null) to.removeAttribute(name)
    else to.setAttribute(name, value)
  }
}

/** The elements that name the page's other files, in order. */
export function fileElements(root: Document): Element[] {
  return [...root.querySelectorAll(FILES.map((name) => `[${name}]`).join(','))]
}
