import { type Anchor, findAnchor, movedFrom } from './anchor.ts'

const KEY = 'countdown-live-place'
/** What readers do to scroll; from then on the page is theirs. */
const SCROLLING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

const UNITS = 'article.step, section.sheet'

/** A place that is held. */
export interface HeldPlace {
  /** Puts what is being read back to where it was. */
  put(): void
  /** Does so until the next frames have been laid out, and lets go. */
  release(): Promise<void>
}

let letGo = () => {}

/** Keeps what is being read where it is while the page around it changes, until it is released or the reader scrolls. */
export function holdPlace(): HeldPlace {
  // A place that is still held is held on to: what has moved since is yet to be put back.
  letGo()
  return hold(scrollY > 0 ? findAnchor(unitsOf()) : undefined)
}

function hold(anchor: Anchor | undefined): HeldPlace {
  let isHeld = anchor !== undefined
  const stop = () => {
    if (!isHeld) return
    isHeld = false
    document.documentElement.style.overflowAnchor = ''
    for (const name of SCROLLING) removeEventListener(name, stop)
  }
  if (isHeld) {
    // The browser's own anchoring would move the page a second time.
    document.documentElement.style.overflowAnchor = 'none'
    for (const name of SCROLLING) addEventListener(name, stop, { passive: true })
  }
  const put = () => {
    if (anchor && isHeld) putBack(anchor)
  }
  letGo = () => {
    put()
    stop()
  }
  return {
    put,
    async release() {
      put()
      for (let frame = 0; frame < 2; frame++) {
        await new Promise(requestAnimationFrame)
        put()
      }
      stop()
    },
  }
}

/** Notes the place before the page is loaded anew. The deck needs none: its address names the slide. */
export function savePlace(): void {
  const anchor = scrollY > 0 ? findAnchor(unitsOf()) : undefined
  if (anchor) sessionStorage.setItem(KEY, JSON.stringify({ page: location.pathname, anchor }))
}

/** Goes back to the noted place as soon as the page can be laid out, and forgets it. */
export function restorePlace(): void {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const place = text === null ? undefined : (JSON.parse(text) as { page: string; anchor: Anchor })
  if (place?.page !== location.pathname) return
  history.scrollRestoration = 'manual'
  document.addEventListener('DOMContentLoaded', () => {
    const held = hold(place.anchor)
    held.put()
    addEventListener('load', async () => {
      // Until then the page's own script may lay it out; the handout has none.
      await window.countdown?.ready.catch(() => undefined)
      await held.release()
      history.scrollRestoration = 'auto'
    })
  })
}

function putBack(anchor: Anchor): void {
  const moved = movedFrom(anchor, unitsOf())
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}

function unitsOf(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(UNITS)]
}
