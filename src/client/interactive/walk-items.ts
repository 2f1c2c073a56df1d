import type { Tooltip } from './tooltip.ts'

/** What is read of Vega's scenegraph. */
interface Mark {
  marktype?: string
  interactive?: boolean
  items?: readonly Item[]
}
interface Item {
  items?: readonly Mark[]
  /** The element that draws it. */
  _svg?: SVGElement
  tooltip?: unknown
}

/** What Vega hears when a pointer comes upon something, leaves it, and presses it. */
const ENTER = ['pointerover', 'mouseover', 'pointermove', 'mousemove']
const LEAVE = ['pointerout', 'mouseout']
const PRESS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']

type Axis = 'x' | 'y'
const STEPS: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
  ArrowRight: ['x', 1],
  ArrowLeft: ['x', -1],
  ArrowDown: ['y', 1],
  ArrowUp: ['y', -1],
}

/** Arrow keys point at one item after the other, Enter and Space press it, Escape leaves; `target` has the keys. */
export function walkItems(target: HTMLElement, scenegraph: unknown, tooltip: Tooltip): void {
  let current: SVGElement | undefined
  const tell = (types: readonly string[], { shiftKey = false } = {}) => {
    if (!current?.isConnected) return
    const { x, y } = centreOf(current)
    for (const type of types) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      current.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, shiftKey, pointerId: 1 }))
    }
  }
  const point = (element: SVGElement | undefined) => {
    tell(LEAVE)
    current?.removeAttribute('data-pointed')
    current = element
    element?.setAttribute('data-pointed', '')
    tell(ENTER)
    if (!element) return tooltip.show(undefined, { clientX: 0, clientY: 0 })
    const { x, y } = centreOf(element)
    // What has no tooltip is told as Vega describes it.
    if (tooltip.element.dataset.empty === '') tooltip.show(element.getAttribute('aria-label'), { clientX: x, clientY: y })
  }
  target.addEventListener('keydown', (event) => {
    const [axis, by] = STEPS[event.key] ?? []
    if (axis && by) point(next(elementsOf(scenegraph), current, axis, by))
    else if ((event.key === 'Enter' || event.key === ' ') && current) tell(PRESS, event)
    else if (event.key === 'Escape' && current) point(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  target.addEventListener('blur', () => point(undefined))
}

/** The next element along an axis; those that are level on it follow each other along the other one, and views one another. */
function next(views: readonly SVGElement[][], from: SVGElement | undefined, axis: Axis, by: 1 | -1): SVGElement | undefined {
  const other = axis === 'x' ? 'y' : 'x'
  const sorted = views.flatMap((elements) => {
    const places = new Map(elements.map((element) => [element, centreOf(element)]))
    const at = (element: SVGElement, along: Axis) => Math.round(places.get(element)?.[along] ?? 0)
    return elements.toSorted((a, b) => at(a, axis) - at(b, axis) || at(a, other) - at(b, other))
  })
  const index = from ? sorted.indexOf(from) : -1
  return index < 0 ? sorted.at(by === 1 ? 0 : -1) : sorted[Math.min(Math.max(index + by, 0), sorted.length - 1)]
}

function centreOf(element: SVGElement): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/**
 * The elements of all items that a pointer can come upon, view by view; lines and areas are one for all their rows, and are left to the
 * pointer.
 */
function elementsOf(scenegraph: unknown): SVGElement[][] {
  const { root } = scenegraph as { root?: Mark }
  const found: SVGElement[][] = []
  const visit = ({ marktype, interactive, items = [] }: Mark, view: SVGElement[]) => {
    for (const item of items) {
      const isPointedAt = interactive !== false && !['group', 'line', 'area', 'trail'].includes(marktype ?? '')
      if (isPointedAt && item._svg && item._svg.getBoundingClientRect().width > 0) view.push(item._svg)
      if (!item.items) continue
      const inner: SVGElement[] = []
      found.push(inner)
      for (const mark of item.items) visit(mark, inner)
    }
  }
  if (root) visit(root, [])
  return found
}
