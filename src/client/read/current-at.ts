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
