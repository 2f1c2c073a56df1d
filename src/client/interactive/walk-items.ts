import type { Tooltip } from './tooltip.ts'

/** What is read of Vega's scenegraph. */
interface Mark {
  marktype?: string
  interactive?: boolean
  items?: readonly Item[]
}
interface Item {
  items?: readonly Mark[]
  /** The element that draws it; of a line or an area the first item has the one of all. */
  _svg?: SVGGraphicsElement
  x?: number
  y?: number
  defined?: boolean
  tooltip?: unknown
  description?: unknown
}

/** What is pointed at: an item with an element of its own, or a point of a line or an area. */
interface Stop {
  element: SVGGraphicsElement
  at(): { x: number; y: number }
  /** What is told of a point, whose element speaks of the first. */
  said?: unknown
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
  let current: Stop | undefined
  const tell = (types: readonly string[], { shiftKey = false } = {}) => {
    if (!current?.element.isConnected) return
    const { x, y } = current.at()
    for (const type of types) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      const event = new Kind(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, shiftKey, pointerId: 1 })
      current.element.dispatchEvent(event)
    }
  }
  const point = (stop: Stop | undefined) => {
    tell(LEAVE)
    current?.element.removeAttribute('data-pointed')
    current = stop
    stop?.element.setAttribute('data-pointed', '')
    // What is said of it is not what was said of the last.
    tooltip.show(undefined, { clientX: 0, clientY: 0 })
    tell(ENTER)
    if (stop) say(stop)
  }
  const say = (stop: Stop) => {
    const { x, y } = stop.at()
    // What has no tooltip is told as Vega describes it.
    const said = stop.said ?? (tooltip.element.dataset.empty === '' ? stop.element.getAttribute('aria-label') : undefined)
    if (said !== undefined) tooltip.show(said, { clientX: x, clientY: y })
  }
  target.addEventListener('keydown', (event) => {
    const [axis, by] = STEPS[event.key] ?? []
    if (axis && by) point(next(stopsOf(scenegraph), current, axis, by))
    else if ((event.key === 'Enter' || event.key === ' ') && current) {
      tell(PRESS, event)
      // Whoever presses with a pointer still sees what it points at.
      say(current)
    } else if (event.key === 'Escape' && current) point(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  target.addEventListener('blur', () => point(undefined))
}

/** The next stop along an axis; those that are level on it follow each other along the other one, and views one another. */
function next(views: readonly (readonly Stop[])[], from: Stop | undefined, axis: Axis, by: 1 | -1): Stop | undefined {
  const other = axis === 'x' ? 'y' : 'x'
  const sorted = (axis === 'y' ? views.flatMap(columnsOf) : views).flatMap((stops) =>
    stops
      .map((stop) => ({ stop, place: stop.at() }))
      .toSorted(
        (a, b) =>
          Math.round(a.place[axis]) - Math.round(b.place[axis]) || Math.round(a.place[other]) - Math.round(b.place[other]),
      )
      .map(({ stop }) => stop),
  )
  const place = from?.at()
  const isFrom = ({ element, at }: Stop) => element === from?.element && at().x === place?.x && at().y === place.y
  const index = sorted.findIndex(isFrom)
  return index < 0 ? sorted.at(by === 1 ? 0 : -1) : sorted[Math.min(Math.max(index + by, 0), sorted.length - 1)]
}

/** Bars that begin in a few columns are read down one column after the other. */
function columnsOf(stops: readonly Stop[]): (readonly Stop[])[] {
  const columns = Map.groupBy(stops, ({ element }) => Math.round(element.getBoundingClientRect().left))
  if (columns.size * 3 > stops.length) return [stops]
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column)
}

function centreOf(element: SVGElement): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** All that a pointer can come upon, view by view. */
function stopsOf(scenegraph: unknown): Stop[][] {
  const { root } = scenegraph as { root?: Mark }
  const found: Stop[][] = []
  const visit = ({ marktype = '', interactive, items = [] }: Mark, view: Stop[]) => {
    if (interactive !== false) view.push(...(isNested(marktype) ? pointsOf(items) : elementsOf(marktype, items)))
    for (const item of items) {
      if (!item.items) continue
      const inner: Stop[] = []
      found.push(inner)
      for (const mark of item.items) visit(mark, inner)
    }
  }
  if (root) visit(root, [])
  return found
}

/** Whether one element is drawn for all items of a mark. */
function isNested(marktype: string): boolean {
  return ['line', 'area', 'trail'].includes(marktype)
}

function elementsOf(marktype: string, items: readonly Item[]): Stop[] {
  const elements = marktype === 'group' ? [] : items.flatMap(({ _svg }) => _svg ?? [])
  return elements
    .filter((element) => element.getBoundingClientRect().width > 0)
    .map((element) => ({ element, at: () => centreOf(element) }))
}

/** The points that a line or an area goes through. */
function pointsOf(items: readonly Item[]): Stop[] {
  const element = items[0]?._svg
  if (!element) return []
  return items
    .filter(({ defined }) => defined !== false)
    .map(({ x = 0, y = 0, tooltip, description }) => ({
      element,
      at: () => new DOMPoint(x, y).matrixTransform(element.getScreenCTM() ?? undefined),
      said: tooltip ?? description,
    }))
}
