/*
 * The script of the page for addresses that lead nowhere. A host shows that page at any depth, so the story is looked for in one
 * folder after the other, up to the top of the site, and the links are led there.
 */

const PAGE = 'read.html'

async function findStory(): Promise<void> {
  const depth = location.pathname.split('/').length - 2
  for (let up = 0; up <= depth; up++) {
    const folder = new URL('../'.repeat(up) || './', location.href)
    const found = await fetch(new URL(PAGE, folder), { method: 'HEAD' }).catch(() => undefined)
    if (!found?.ok) continue
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
      link.href = new URL(link.getAttribute('href') ?? '', folder).href
    }
    return
  }
}

void findStory()
