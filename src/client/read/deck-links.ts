/** Keeps the links to the deck at the step that is being read. Returns the function of the step's id. */
export function linkDeck(): (id: string) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-action=deck]')]
  // In the same file as the page it is `#/`.
  const page = links[0]?.getAttribute('href')?.replace(/#.*/, '') ?? ''
  return (id) => {
    for (const link of links) link.setAttribute('href', `${page}#/${encodeURIComponent(id)}`)
  }
}
