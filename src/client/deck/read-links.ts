/** Keeps the links to the reading page at the slide that is shown. Returns the function of the slide's id. */
export function linkReadingPage(): (id: string) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-action=read]')]
  const page = links[0]?.getAttribute('href') ?? ''
  return (id) => {
    for (const link of links) link.setAttribute('href', `${page}#${encodeURIComponent(id)}`)
  }
}
