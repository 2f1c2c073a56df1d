/** Keeps the links to the reading page at the slide that is shown. Returns the function of the slide's id. */
export function linkReadingPage(): (id: string) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-action=read]')]
  const page = links[0]?.getAttribute('href') ?? ''
  // In the same file as the deck it is `#read`, and a place on it `#read/libya`.
  const start = page.startsWith('#') ? `${page}/` : `${page}#`
  return (id) => {
    for (const link of links) link.setAttribute('href', start + encodeURIComponent(id))
  }
}
