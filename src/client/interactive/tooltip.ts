import { make } from '../ui/dom.ts'

/** The words beside what is pointed at. They are set as text, whatever is in the data. */
export interface Tooltip {
  element: HTMLElement
  /** Nothing hides it. */
  show(value: unknown, at: { clientX: number; clientY: number }): void
}

/** Space to the pointer, in px. */
const GAP = 14

/** Speaks politely too, so that it is of use to those who point with the keyboard. */
export function createTooltip(layer: HTMLElement): Tooltip {
  const element = make('div', 'chart-tooltip')
  element.role = 'status'
  element.dataset.empty = ''
  return {
    element,
    show(value, { clientX, clientY }) {
      const isEmpty = value === undefined || value === null || value === ''
      element.toggleAttribute('data-empty', isEmpty)
      element.replaceChildren(...(isEmpty ? [] : [describe(value)]))
      if (isEmpty) return
      const box = layer.getBoundingClientRect()
      const scale = box.width / layer.offsetWidth || 1
      const [x, y] = [(clientX - box.left) / scale, (clientY - box.top) / scale]
      element.style.left = `${beside(x, element.offsetWidth, layer.offsetWidth)}px`
      element.style.top = `${beside(y, element.offsetHeight, layer.offsetHeight)}px`
    },
  }
}

/** Behind the pointer, or before it where there is no room. */
function beside(at: number, size: number, room: number): number {
  const before = at - GAP - size
  return at + GAP + size <= room || before < 0 ? Math.max(Math.min(at + GAP, room - size), 0) : before
}

function describe(value: unknown): HTMLElement {
  if (typeof value !== 'object' || value === null) return make('p', '', String(value))
  const rows = Object.entries(value).map(([label, text]) => make('div', '', make('dt', '', label), make('dd', '', said(text))))
  return make('dl', '', ...rows)
}

function said(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
