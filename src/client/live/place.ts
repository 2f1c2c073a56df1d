const KEY = 'countdown-live-place'

/** Where the reader is: the unit at the top third of the window, and how far its top is from the window's, in px. */
interface Place {
  page: string
  index: number
  top: number
}

const UNITS = 'article.step, section.sheet'

/** Keeps what is being read where it is while the page around it changes. Returns what puts it back there. */
export function holdPlace(units: readonly HTMLElement[]): () => void {
  if (scrollY === 0) return () => undefined
  const index = currentOf(units)
  const unit = units[index]
  const before = unit?.getBoundingClientRect().top ?? 0
  return () => {
    const moved = (unit?.getBoundingClientRect().top ?? 0) - before
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
  }
}

function currentOf(units: readonly HTMLElement[]): number {
  return units.findIndex((unit) => unit.getBoundingClientRect().bottom > innerHeight / 3)
}

/** Notes the place before the page is loaded anew. The deck needs none: its address names the slide. */
export function savePlace(): void {
  const units = [...document.querySelectorAll<HTMLElement>(UNITS)]
  const index = currentOf(units)
  if (index < 0 || scrollY === 0) return
  const place: Place = { page: location.pathname, index, top: units[index]?.getBoundingClientRect().top ?? 0 }
  sessionStorage.setItem(KEY, JSON.stringify(place))
}

/** Goes back to the noted place when the page has been laid out, and forgets it. */
export function restorePlace(): void {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const place = text === null ? undefined : (JSON.parse(text) as Place)
  if (place?.page !== location.pathname) return
  history.scrollRestoration = 'manual'
  addEventListener('load', () => {
    const unit = document.querySelectorAll(UNITS)[place.index]
    if (unit) scrollBy({ top: unit.getBoundingClientRect().top - place.top, behavior: 'instant' })
    history.scrollRestoration = 'auto'
  })
}
