import { exchangeTexts, readPage } from './exchange-texts.ts'
import { createOverlay, type ListedDiagnostic } from './overlay.ts'
import { restorePosition, savePosition } from './reading-position.ts'

/*
 * The live client: runs first on every page that `--watch` serves, and keeps it as the author's files are. It is never part of a
 * build.
 */

/** What the server sends after each save. */
export interface LiveMessage {
  /** Of the newest story that could be made. */
  version: string
  /** What is wrong with the author's files; empty when all is well. */
  diagnostics: readonly ListedDiagnostic[]
}

const page = location.pathname.split('/').at(-1) || 'index.html'
let version = document.currentScript?.dataset.version ?? ''
let shown = readPage(document)
const overlay = createOverlay()
restorePosition()

/** Fetches the page as it is now and takes over its texts; loads it anew when more than texts has changed. */
async function renew(): Promise<void> {
  const response = await fetch(page)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const script = next.querySelector<HTMLElement>('script[data-version]')
  if (!response.ok || !script) return
  const wanted = readPage(next)
  if (!exchangeTexts(shown, wanted)) {
    savePosition()
    location.reload()
    return
  }
  shown = wanted
  version = script.dataset.version ?? ''
}

let renewing = Promise.resolve()
function receive({ data }: MessageEvent<string>): void {
  const message = JSON.parse(data) as LiveMessage
  overlay(message.diagnostics)
  // A page that could not be had is asked for again at the next save, or when the server is back.
  renewing = renewing.then(() => (message.version === version ? undefined : renew())).catch(() => undefined)
}

let stream: EventSource | undefined

/** A browser has six connections for a server, so only pages that can be seen listen; one that comes back is sent the newest state. */
function listen(): void {
  if (document.hidden) {
    stream?.close()
    stream = undefined
  } else if (!stream) {
    stream = new EventSource(`/live/events?page=${encodeURIComponent(page)}`)
    stream.onmessage = receive
  }
}
document.addEventListener('visibilitychange', listen)
listen()
