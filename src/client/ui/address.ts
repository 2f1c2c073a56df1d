import { recall, remember } from './memory.ts'

/** Browsers allow about a hundred changes in half a minute; steps are told at once, and a key that is held down later. */
const BURST = 50
/** In ms. */
const REFILL = 600

/**
 * The address of a page: the id of the slide that is on, behind it `/` and the step that it is at, from 1. A page that is left, or
 * loaded anew, is where it was. `start` stands before the id: `#/` in the deck, `#` on the reading page.
 */
export function createAddress(start: '#' | '#/') {
  const pending = `address ${location.pathname}`
  restore(pending)
  let left = BURST
  let counted = performance.now()
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const addressOf = (id: string) => start + encodeURIComponent(id)
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
  // What leaves the page has taken its address already, perhaps that of an earlier slide: the page that is loaded anew finds this one.
  // Deck and reading page may be one file, which is loaded anew to go from one to the other.
  addEventListener('pagehide', () => {
    const isAtOther = location.hash.startsWith('#/') !== (start === '#/')
    write()
    remember(pending, isAtOther ? '' : told, 'sessionStorage')
  })
  // Whoever goes back in the history is there, and what was still to be written is no more.
  addEventListener('popstate', () => {
    clearTimeout(timer)
    told = location.hash
  })
  return {
    /** Tells the slide that is on, in the same entry of the history. */
    tell(id: string, step = 0) {
      told = addressOf(id) + (step > 0 ? `/${step}` : '')
      clearTimeout(timer)
      if (isAllowed()) write()
      else timer = setTimeout(write, REFILL)
    },
    /** Tells the slide that someone has jumped to, in an entry of its own, so that Back returns. */
    jump(id: string) {
      write()
      told = addressOf(id)
      if (location.hash !== told) history.pushState(null, '', told)
    },
  }
}

/** A page that is loaded anew before its place was written comes with the address of an earlier one. */
function restore(pending: string): void {
  const place = recall(pending, 'sessionStorage')
  remember(pending, '', 'sessionStorage')
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (place && navigation?.type === 'reload') history.replaceState(history.state, '', place)
}
