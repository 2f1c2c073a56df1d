import { firstFrame } from '../ui/idle.ts'
import { currentAt, readingLine, roomTop } from './current-at.ts'

/**
 * Watches the page and tells `show` the step at the reading line, whenever it may be another: what is current follows from the scroll
 * position alone.
 */
export function createScroller(articles: readonly HTMLElement[], show: (index: number) => void) {
  let smooth = true
  let target: number | undefined
  const look = () => show(currentAt(articles))
  const glide = createGlide(() => {
    target = undefined
    look()
  })
  const jump = (top: number) => {
    glide.stop()
    scrollTo({ top, behavior: 'instant' })
    look()
  }
  keepPlace(articles, () => currentAt(articles), look)
  // Told before each frame, when the layout is known; in the frame itself the stage's changes would have to be laid out first.
  addEventListener('scroll', look, { passive: true })

  return {
    /** Resolves when the first step has been told. */
    ready: firstFrame().then(look),
    /** Whether steps glide. */
    get smooth() {
      return smooth
    },
    set smooth(value) {
      smooth = value
      if (!value) glide.stop()
    },
    /** Goes a number of steps on or back and returns the index of the step it goes to. */
    step(by: number) {
      const index = Math.min(Math.max((target ?? currentAt(articles)) + by, 0), articles.length - 1)
      if (!smooth) jump(topOf(articles[index]))
      else {
        target = index
        glide.start(topOf(articles[index]))
      }
      return index
    },
    /** At once, as to an edge of the page. */
    jump: (index: number) => jump(topOf(articles[index])),
    toEdge: (edge: 'start' | 'end') => jump(edge === 'start' ? 0 : document.documentElement.scrollHeight),
    /** Whether the current step has more to read in a direction than the window shows. */
    continues(by: number) {
      const article = articles[currentAt(articles)]
      if (!article || target !== undefined) return false
      const { top, bottom } = article.getBoundingClientRect()
      // The room below the last line is not read.
      const end = bottom - Number.parseFloat(getComputedStyle(article).paddingBottom)
      return by > 0 ? end > innerHeight : top < -innerHeight * 0.15
    },
    /** Resolves when no glide is under way. */
    settled: glide.over,
  }
}

/** Where the page is scrolled to when a step stands at its place. */
function topOf(article: HTMLElement | undefined): number {
  if (!article) return scrollY
  const top = scrollY + article.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(article).scrollMarginTop)
  return Math.min(Math.max(top, 0), document.documentElement.scrollHeight - innerHeight)
}

/**
 * When the window turns or changes its size, the step that was read stays where it was, and its headline in sight. A browser's bar
 * that comes and goes changes nothing on the page, and nothing is moved then.
 */
function keepPlace(articles: readonly HTMLElement[], current: () => number, look: () => void): void {
  let reading = readingNow(articles, current())
  addEventListener(
    'scroll',
    () => {
      if (innerWidth === reading.width && innerHeight === reading.height) reading = readingNow(articles, current())
    },
    { passive: true },
  )
  addEventListener('resize', () => {
    const isLaidOutAnew = innerWidth !== reading.width || document.documentElement.scrollHeight !== reading.pageHeight
    const article = articles[reading.index]
    if (isLaidOutAnew && article && scrollY > 0) restore(article, reading)
    look()
    reading = readingNow(articles, isLaidOutAnew ? reading.index : current())
  })
}

/** What is being read, and the window as it is. */
function readingNow(articles: readonly HTMLElement[], index: number) {
  const { top, height } = articles[index]?.getBoundingClientRect() ?? { top: 0, height: 1 }
  const offset = readingLine() - top
  return {
    index,
    /** How far below the top of the step the reading line is, in px, and as a part of the step's height. */
    offset,
    part: offset / height,
    /** Whether the headline is in sight. */
    fromHeadline: top >= roomTop(),
    width: innerWidth,
    height: innerHeight,
    pageHeight: document.documentElement.scrollHeight,
  }
}

/** In a window of another height the lines of a text are the same ones; in one of another width they are not. */
function restore(article: HTMLElement, { offset, part, fromHeadline, width }: ReturnType<typeof readingNow>): void {
  const { top, height } = article.getBoundingClientRect()
  const wanted = innerWidth === width ? offset : part * height
  scrollBy({ top: top + Math.min(Math.max(wanted, 0), height - 1) - readingLine(), behavior: 'instant' })
  // A chart that now stands above the text must not cover what was read.
  if (fromHeadline && article.getBoundingClientRect().top < roomTop()) scrollTo({ top: topOf(article), behavior: 'instant' })
}

/** Duration in ms; the stage moves a little longer, so that text and chart come to rest together. */
const DURATION = 450
/** What readers do to move by themselves. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown'] as const

/**
 * Makes the one glide of the page, which the reader can break off at any time; `ended` is told whenever one is over. The browser's
 * own has no end that can be relied on.
 */
function createGlide(ended: () => void) {
  let frame = 0
  let waiting: (() => void)[] = []
  const stop = () => {
    if (frame === 0) return
    cancelAnimationFrame(frame)
    frame = 0
    ended()
    for (const resolve of waiting.splice(0)) resolve()
  }
  for (const move of OWN_MOVES) addEventListener(move, stop, { passive: true })
  document.addEventListener('visibilitychange', stop)
  return {
    stop,
    /** Starts, from wherever the page is, to the place in px from its top. */
    start(top: number) {
      cancelAnimationFrame(frame)
      const from = scrollY
      const began = performance.now()
      const move = (now: number) => {
        const time = Math.min(Math.max((now - began) / DURATION, 0), 1)
        scrollTo({ top: from + (top - from) * ease(time), behavior: 'instant' })
        if (time === 1) return stop()
        frame = requestAnimationFrame(move)
      }
      frame = requestAnimationFrame(move)
    },
    /** Resolves when no movement is under way. */
    over() {
      if (frame === 0) return Promise.resolve()
      return new Promise<void>((resolve) => {
        waiting = [...waiting, resolve]
      })
    },
  }
}

/** Starts and comes to rest gently. */
function ease(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2
}
