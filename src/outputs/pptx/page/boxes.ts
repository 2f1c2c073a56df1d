import type { Box } from '../xml.ts'

/** Where an element is painted, from the corner of its slide. */
export function boxOf(element: Element): Box {
  return onSlide(element.getBoundingClientRect(), element)
}

/** A box of the window as one of the slide that an element is on. */
export function onSlide({ left, top, width, height }: DOMRectReadOnly, element: Element): Box {
  const page = element.closest('.page')?.getBoundingClientRect()
  return { x: left - (page?.left ?? 0), y: top - (page?.top ?? 0), width, height }
}

/** What is left of an element's box for what it holds. */
export function contentBoxOf(element: Element, style: CSSStyleDeclaration): Box {
  const { x, y, width, height } = boxOf(element)
  const edge = (side: 'Left' | 'Right' | 'Top' | 'Bottom') => px(style[`border${side}Width`]) + px(style[`padding${side}`])
  const [left, right, top, bottom] = [edge('Left'), edge('Right'), edge('Top'), edge('Bottom')]
  // What begins a little outside of its column, for the look of large letters, belongs to the column.
  const out = Math.min(0, px(style.marginLeft) + px(style.paddingLeft))
  return { x: x + left - out, y: y + top, width: width - left - right + out, height: height - top - bottom }
}

export function px(length: string): number {
  return Number.parseFloat(length) || 0
}

/** Whether anybody sees an element; what is read out alone has a box of one px. */
export function isSeen(element: Element, { display, visibility }: CSSStyleDeclaration): boolean {
  if (display === 'none' || visibility !== 'visible') return false
  const { width, height } = element.getBoundingClientRect()
  return display === 'contents' || width > 1 || height > 1
}

/** Whether a node stands in a line of text, or nobody sees it; an element with a block or a picture in it does not. */
export function isInline(node: Node): boolean {
  if (!(node instanceof Element)) return node instanceof Text
  if (node.tagName === 'IMG') return false
  const style = getComputedStyle(node)
  if (!isSeen(node, style)) return true
  if (node.tagName === 'math') return style.display !== 'block math'
  return /^(?:inline|ruby)/.test(style.display) && [...node.children].every((child) => isInline(child))
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
const known = new Map<string, string | undefined>()

/** A colour of any form as `#rrggbb`; undefined where nothing is seen of it. */
export function colourOf(css: string): string | undefined {
  if (!known.has(css)) known.set(css, painted(css))
  return known.get(css)
}

function painted(css: string): string | undefined {
  if (!canvas) return undefined
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, alpha] = canvas.getImageData(0, 0, 1, 1).data
  return alpha === 0 ? undefined : `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
