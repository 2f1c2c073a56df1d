import { createConnection } from './connection.ts'
import { restorePlace, savePlace } from './kept-place.ts'
import { createOverlay } from './overlay.ts'
import { readPage } from './page-parts.ts'
import { renewPage } from './renew-page.ts'

/*
 * The live client: runs first on every page that `--watch` serves, and keeps it as the author's files are. It is never part of a
 * build.
 */

const page = location.pathname.split('/').at(-1) || 'index.html'
let version = document.currentScript?.dataset.version ?? ''
let parts = readPage(document)
const overlay = createOverlay()
restorePlace()

/** Fetches the page as it is now and takes over what has changed; loads it anew when that is more than words and keyframes. */
async function renew(): Promise<void> {
  const response = await fetch(page)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const script = next.querySelector<HTMLElement>('script[data-version]')
  if (!response.ok || !script) return
  const found = readPage(next)
  if (!renewPage(parts, found)) {
    savePlace()
    location.reload()
    return
  }
  parts = found
  version = script.dataset.version ?? ''
}

let renewing = Promise.resolve()

createConnection(page, (message) => {
  overlay(message.mistakes)
  // A page that could not be had is asked for again at the next save, or when the server is back.
  renewing = renewing.then(() => (message.version === version ? undefined : renew())).catch(() => undefined)
})
