import { drawStill } from '../player/draw-still.ts'
import { find, make } from '../ui/dom.ts'

/** A slide as the audience sees it at rest, made smaller. Returns the function that draws the slide of a position. */
export function createScreen(screen: HTMLElement, articles: readonly HTMLElement[]): (index: number) => void {
  new ResizeObserver(() => screen.style.setProperty('--scale', String(screen.clientWidth / 1280))).observe(screen)
  return (index) => {
    const article = articles[index]
    if (!article) {
      screen.replaceChildren(make('p', 'end', screen.dataset.end ?? ''))
      return
    }
    const still = make('div', 'still')
    still.innerHTML = drawStill(index)
    const slide = [...find('.sheet-html', article).childNodes].map((node) => node.cloneNode(true))
    screen.replaceChildren(make('div', 'miniature', still, ...slide))
  }
}
