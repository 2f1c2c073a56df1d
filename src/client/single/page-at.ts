/** The pages in the one file of a story. */
export type PageName = 'deck' | 'read' | 'speaker'

/** The page that an address opens: `#/libya` a slide, `#speaker` the speaker view, anything else the page to read. Without one the screen decides. */
export function pageAt(hash: string, isSmall: boolean): PageName {
  if (hash === '' || hash === '#') return isSmall ? 'read' : 'deck'
  if (hash === '#speaker') return 'speaker'
  return hash.startsWith('#/') ? 'deck' : 'read'
}

/** Whether an address, reached from a page in the file, leads to the other one. What else stands after `#` is a place on the page itself. */
export function leaves(page: PageName, hash: string): boolean {
  return page === 'deck' ? /^#read(?:\/|$)/.test(hash) : page === 'read' && hash.startsWith('#/')
}

/** A place on the page to read as that page names it: `#read/libya` is `#libya`. Undefined where the address is no such one. */
export function placeToRead(hash: string): string | undefined {
  return /^#read\/(.+)$/.exec(hash)?.[1]
}
