/** Keeps the links of an action, such as `read`, at the slide that is shown. `start` says what stands between a page's address and the id. Returns the function of the id. */
export function linkTo(action: 'deck' | 'read', start: (page: string) => string): (id: string) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`a[data-action=${action}]`)]
  const before = start(links[0]?.getAttribute('href') ?? '')
  return (id) => {
    for (const link of links) link.setAttribute('href', before + encodeURIComponent(id))
  }
}
