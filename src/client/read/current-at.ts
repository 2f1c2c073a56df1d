/** Where a step becomes current, as a part of the room that the text has in the window. */
const LINE = 0.5

/** The height in the window, in px, at which a step becomes current: below the stage where that stands above the text. */
export function readingLine(): number {
  const top = roomTop()
  return top + (innerHeight - top) * LINE
}

/** Where the room for the text begins in the window, in px: below the stage where that stands above it. */
export function roomTop(): number {
  const stage = document.querySelector('.stage')
  const text = document.querySelector('.text')
  const [a, b] = [stage?.getBoundingClientRect(), text?.getBoundingClientRect()]
  const isAbove = a && b && a.right > b.left && a.left < b.right && stage && getComputedStyle(stage).position === 'sticky'
  return isAbove ? Math.min(Math.max(a.bottom, 0), innerHeight) : 0
}

/** How many of a step's own steps are reached: each at its part of the text, or, where it has none, at as much of the step's height. */
export function stepAt(article: HTMLElement, steps: number, line = readingLine()): number {
  const { top, height } = article.getBoundingClientRect()
  const isReached = (step: number) => {
    const part = article.querySelector(`[data-fragment-index="${step - 1}"]`)
    return (part?.getBoundingClientRect().top ?? top + (height * step) / (steps + 1)) <= line
  }
  let step = 0
  while (step < steps && isReached(step + 1)) step++
  return step
}

/** The last step whose top has passed the reading line; the first one before that. `articles` are in order of the page. */
export function currentAt(articles: readonly HTMLElement[], line = readingLine()): number {
  let [low, high] = [0, articles.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const top = articles[middle]?.getBoundingClientRect().top ?? 0
    if (top <= line) low = middle
    else high = middle - 1
  }
  return low
}
