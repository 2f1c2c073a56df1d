import { drawStill } from '../player/draw-still.ts'
import { find, make } from '../ui/dom.ts'
import { type Entry, stateAt } from '../ui/entries.ts'

/** A slide as the audience sees it at rest, made smaller. Returns the function that draws a slide at one of its steps. */
export function createScreen(
  screen: HTMLElement,
  articles: readonly HTMLElement[],
): (entry: Entry | undefined, step: number) => void {
  new ResizeObserver(() => screen.style.setProperty('--scale', String(screen.clientWidth / 1280))).observe(screen)
  return (entry, step) => {
    const article = entry && articles[entry.index]
    if (!article) {
      screen.replaceChildren(make('p', 'end', screen.dataset.end ?? ''))
      return
    }
    const still = make('div', 'still')
    still.innerHTML = drawStill(stateAt(entry, step))
    const slide = [...find('.sheet-html', article).childNodes].map((node) => node.cloneNode(true))
    const miniature = make('div', 'miniature', still, ...slide)
    for (const part of miniature.querySelectorAll<HTMLElement>('.fragment'))
      part.classList.toggle('unseen', Number(part.dataset.fragmentIndex) >= step)
    screen.replaceChildren(miniature)
  }
}
