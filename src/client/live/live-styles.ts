const STYLES = 'link[rel=stylesheet]:not([data-live], [data-leaving])'

/**
 * Exchanges style sheets that have another name now, each in one go when the new one is there, so that nothing flashes; those that
 * are new come after the others, and those that are no more go. `exchanged` is called before that can be seen. Resolves when all are
 * there, or cannot be had.
 */
export async function renewStyles(next: Document, exchanged: () => void): Promise<void> {
  const shown = [...document.querySelectorAll<HTMLLinkElement>(STYLES)].filter(outsideNoScript)
  const wanted = [...next.querySelectorAll<HTMLLinkElement>(STYLES)].filter(outsideNoScript)
  const loading = wanted.map((link, index) => {
    const href = link.getAttribute('href')
    if (href === null || shown[index]?.getAttribute('href') === href) return undefined
    return exchange(shown[index] ?? placeAfter(shown), href, exchanged)
  })
  for (const gone of shown.slice(wanted.length)) gone.remove()
  if (shown.length > wanted.length) exchanged()
  await Promise.all(loading)
}

/** Where a style sheet comes that takes no other's place. */
function placeAfter(shown: readonly HTMLLinkElement[]): HTMLLinkElement {
  const place = document.createElement('link')
  const last = [...document.querySelectorAll('link[rel=stylesheet]:not([data-live])')].filter(outsideNoScript).at(-1)
  ;(last ?? shown.at(-1))?.after(place)
  return place
}

function exchange(old: HTMLLinkElement, href: string, exchanged: () => void): Promise<void> {
  const fresh = document.createElement('link')
  fresh.rel = 'stylesheet'
  fresh.href = href
  // Loaded, and not applied yet; so may be the one it follows.
  fresh.media = 'not all'
  fresh.dataset.media = old.dataset.media ?? old.media
  old.dataset.leaving = ''
  old.after(fresh)
  return new Promise((resolve) => {
    fresh.onload = () => {
      fresh.media = fresh.dataset.media ?? ''
      removeLeaving(fresh)
      exchanged()
      resolve()
    }
    fresh.onerror = () => {
      delete old.dataset.leaving
      fresh.remove()
      resolve()
    }
  })
}

/** The one that was exchanged, and those before it whose successor had not come yet. */
function removeLeaving(fresh: Element): void {
  for (let before = fresh.previousElementSibling; before?.matches('[data-leaving]'); before = fresh.previousElementSibling)
    before.remove()
}

function outsideNoScript(link: Element): boolean {
  return link.closest('noscript') === null
}
