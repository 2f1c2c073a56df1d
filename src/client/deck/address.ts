/** The address of the deck: `#/` and the id of the slide, behind it `/` and the step that it is at, from 1. */
export interface Address {
  /** Tells the slide that is on, in the same entry of the history. */
  tell(id: string, step?: number): void
  /** Tells the slide that someone has jumped to, in an entry of its own, so that Back returns. */
  jump(id: string): void
}

/** Browsers allow about a hundred changes in half a minute; steps are told at once, and a key that is held down later. */
const BURST = 50
/** In ms. */
const REFILL = 600

/** A page that is loaded anew, or left, is where it was. */
export function createAddress(): Address {
  let left = BURST
  let counted = performance.now()
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const isAllowed = () => {
    const now = performance.now()
    left = Math.min(left + (now - counted) / REFILL, BURST)
    counted = now
    return left >= 1
  }
  const write = () => {
    clearTimeout(timer)
    if (told === '' || location.hash === told) return
    left -= 1
    history.replaceState(history.state, '', told)
  }
  addEventListener('pagehide', write)
  return {
    tell(id, step = 0) {
      told = addressOf(id) + (step > 0 ? `/${step}` : '')
      clearTimeout(timer)
      if (isAllowed()) write()
      else timer = setTimeout(write, REFILL)
    },
    jump(id) {
      write()
      told = addressOf(id)
      if (location.hash !== told) history.pushState(null, '', told)
    },
  }
}

function addressOf(id: string): string {
  return `#/${encodeURIComponent(id)}`
}
