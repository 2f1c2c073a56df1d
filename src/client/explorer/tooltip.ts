import { make } from '../ui/dom.ts'
import type { PointedItem } from './find-pointed.ts'

/** The words beside what is pointed at. They are set as text, whatever is in the data. */
export interface Tooltip {
  element: HTMLElement
  /** Nothing hides it. `scale` is how large the chart is shown. */
  show(item: PointedItem | undefined, scale: number): void
}

/** Space to the mark and to the edges, in px. */
const GAP = 6

/** Speaks politely too, so that it is of use to those who point with the keyboard. */
export function createTooltip(host: HTMLElement): Tooltip {
  const element = make('div', 'explorer-tooltip')
  element.role = 'status'
  element.dataset.empty = ''
  return {
    element,
    show(item, scale) {
      element.toggleAttribute('data-empty', !item)
      element.replaceChildren(...(item ? [describe(item.tooltip)] : []))
      if (item) place(host, element, item.bounds, scale)
    },
  }
}

function describe(value: unknown): HTMLElement {
  if (typeof value !== 'object' || value === null) return make('p', '', String(value))
  const rows = Object.entries(value).map(([label, text]) => make('div', '', make('dt', '', label), make('dd', '', String(text))))
  return make('dl', '', ...rows)
}

/** Under the mark, or above it where there is no room, and across from it, so that its neighbours stay in view. */
function place(host: HTMLElement, element: HTMLElement, { x1, y1, y2 }: PointedItem['bounds'], scale: number): void {
  const below = y2 * scale + GAP
  const above = y1 * scale - GAP - element.offsetHeight
  const isLeft = x1 * scale < host.clientWidth / 2
  element.style.top = `${below + element.offsetHeight <= host.clientHeight || above < 0 ? below : above}px`
  element.style.left = `${isLeft ? host.clientWidth - element.offsetWidth : 0}px`
}
