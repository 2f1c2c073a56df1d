const styles = new Map<Element, CSSStyleDeclaration>()
const shown = new Map<Element, boolean>()

/** The computed style of an element, asked for once. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const style = styles.get(element) ?? getComputedStyle(element)
  styles.set(element, style)
  return style
}

/** Less opacity than this cannot be seen. */
const LEAST_OPACITY = 0.05

/** Whether what an element holds is painted: not transparent, not hidden, not kept for screen readers alone. */
export function isPainted(element: Element): boolean {
  const known = shown.get(element)
  if (known !== undefined) return known
  const parent = element.parentElement
  const style = styleOf(element)
  const painted =
    style.visibility === 'visible' &&
    Number(style.opacity) > LEAST_OPACITY &&
    Number(style.fillOpacity) > LEAST_OPACITY &&
    !isClippedAway(element, style) &&
    !element.matches('details:not([open]) > :not(summary)') &&
    (parent === null || isPainted(parent))
  shown.set(element, painted)
  return painted
}

/** The usual way of keeping words for screen readers: a box of one pixel that shows nothing. */
function isClippedAway(element: Element, { overflowX, position }: CSSStyleDeclaration): boolean {
  if (overflowX !== 'hidden' || position !== 'absolute') return false
  const { width, height } = element.getBoundingClientRect()
  return width <= 1 || height <= 1
}
