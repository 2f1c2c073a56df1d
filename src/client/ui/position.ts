import type { Entry } from './entries.ts'

/** Speaks a slide's headline once per step, with the rank where it has one. Returns the function of the slide. */
export function createAnnouncer(region: HTMLElement): (entry: Entry) => void {
  let spoken = -1
  return ({ index, ranked, title }) => {
    if (index === spoken) return
    const first = spoken === -1
    spoken = index
    // The page's own reading starts with the first slide; only changes are news.
    if (!first) region.textContent = ranked === undefined ? title : `${ranked}. ${title}`
  }
}

/** Shows how far each act is told. Segments are as wide as their acts are long. Returns the function of the slide's position. */
export function createProgress(entries: readonly Entry[]): (index: number) => void {
  const segments = [...document.querySelectorAll<HTMLAnchorElement>('.acts a')].map((link) => {
    const first = entries.findIndex(({ id }) => id === link.dataset.first)
    const length = entries.filter(({ act }) => act === entries[first]?.act).length
    link.parentElement?.style.setProperty('flex-grow', String(length))
    return { link, first, length }
  })
  return (index) => {
    for (const { link, first, length } of segments) {
      const told = Math.min(Math.max(index - first + 1, 0), length)
      link.parentElement?.style.setProperty('--told', String(told / length))
      const current = index >= first && index < first + length
      if (current) link.setAttribute('aria-current', 'step')
      else link.removeAttribute('aria-current')
    }
  }
}

/**
 * Keeps the links of an action, such as `read`, at the slide that is shown. `start` says what stands between a page's address and the
 * id. Returns the function of the id.
 */
export function linkTo(action: 'deck' | 'read', start: (page: string) => string): (id: string) => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`a[data-action=${action}]`)]
  const before = start(links[0]?.getAttribute('href') ?? '')
  return (id) => {
    for (const link of links) link.setAttribute('href', before + encodeURIComponent(id))
  }
}
