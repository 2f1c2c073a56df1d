import { currentAt, readingLine } from './current-at.ts'

/** What is current, from the scroll position alone, and the ways of changing it. */
export interface Scroller {
  /** Whether steps glide. */
  smooth: boolean
  /** Goes a number of steps on or back and returns the index of the step it goes to. */
  step(by: number): number
  /** Goes to a step at once. */
  jump(index: number): void
  /** Whether the current step has more to read in a direction than the window shows. */
  continues(by: number): boolean
  /** Resolves when no glide is under way. */
  settled(): Promise<void>
  /** Resolves when the first step has been told. */
  readonly ready: Promise<void>
}

/** Glides that the browser never ends, for example in a hidden page, count as ended after this many ms. */
const LONGEST_GLIDE = 1500

/** Watches the page and tells `show` the step at the reading line. */
export function createScroller(articles: readonly HTMLElement[], show: (index: number) => void): Scroller {
  let smooth = true
  let target: number | undefined
  let isLooking = false
  let waiting: (() => void)[] = []

  const look = () => {
    isLooking = false
    show(currentAt(articles))
  }
  const lookSoon = () => {
    if (!isLooking) requestAnimationFrame(look)
    isLooking = true
  }
  const arrive = () => {
    target = undefined
    look()
    for (const resolve of waiting.splice(0)) resolve()
  }
  const scrollTo = (index: number, behavior: ScrollBehavior) => {
    articles[index]?.scrollIntoView({ behavior, block: 'start' })
    if (behavior === 'instant') arrive()
  }
  addEventListener('scroll', lookSoon, { passive: true })
  addEventListener('scrollend', arrive)
  keepPlace(articles, () => currentAt(articles), lookSoon)
  const ready = new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve(look()))
    setTimeout(() => resolve(look()), 300)
  })

  return {
    ready,
    get smooth() {
      return smooth
    },
    set smooth(value) {
      smooth = value
    },
    step(by) {
      const from = target ?? currentAt(articles)
      const index = Math.min(Math.max(from + by, 0), articles.length - 1)
      target = index
      scrollTo(index, smooth ? 'smooth' : 'instant')
      return index
    },
    jump: (index) => scrollTo(index, 'instant'),
    continues(by) {
      const box = articles[currentAt(articles)]?.getBoundingClientRect()
      if (!box || target !== undefined) return false
      return by > 0 ? box.bottom > innerHeight * 1.15 : box.top < -innerHeight * 0.15
    },
    settled() {
      if (target === undefined) return Promise.resolve()
      return new Promise((resolve) => {
        waiting = [...waiting, resolve]
        setTimeout(arrive, LONGEST_GLIDE)
      })
    },
  }
}

/** When the window turns or changes its size, the step that was read stays where it was. */
function keepPlace(articles: readonly HTMLElement[], current: () => number, look: () => void): void {
  let width = innerWidth
  let reading = { index: 0, part: 0 }
  const note = () => {
    if (innerWidth !== width) return
    const index = current()
    const box = articles[index]?.getBoundingClientRect()
    const line = readingLine()
    reading = { index, part: box ? (line - box.top) / box.height : 0 }
  }
  addEventListener('scroll', note, { passive: true })
  note()
  addEventListener('resize', () => {
    const box = articles[reading.index]?.getBoundingClientRect()
    if (innerWidth !== width && box && scrollY > 0) {
      width = innerWidth
      const part = Math.min(Math.max(reading.part, 0), 1)
      scrollBy({ top: box.top + part * box.height - readingLine(), behavior: 'instant' })
    }
    width = innerWidth
    look()
  })
}
