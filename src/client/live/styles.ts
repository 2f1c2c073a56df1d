const STYLES = 'link[rel=stylesheet]:not([data-live])'

/** Exchanges style sheets that have another name now; the old one leaves when the new one is there, so that nothing flashes. */
export function renewStyles(next: Document): void {
  const shown = [...document.querySelectorAll<HTMLLinkElement>(STYLES)].filter(outsideNoScript)
  const wanted = [...next.querySelectorAll<HTMLLinkElement>(STYLES)].filter(outsideNoScript)
  for (const [index, link] of wanted.entries()) {
    const old = shown[index]
    const href = link.getAttribute('href')
    if (!old || href === null || old.getAttribute('href') === href) continue
    const fresh = document.createElement('link')
    fresh.rel = 'stylesheet'
    fresh.href = href
    fresh.onload = () => old.remove()
    old.after(fresh)
  }
}

function outsideNoScript(link: Element): boolean {
  return link.closest('noscript') === null
}
