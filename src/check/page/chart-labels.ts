import type { Box, Wanted } from '../sheet.ts'
import type { Piece } from './backdrops.ts'
import { isPainted, styleOf } from './computed-styles.ts'
import type { Containers } from './containers.ts'
import { inkOf } from './lines.ts'

/** The labels of a sheet's charts, where and as large as they are painted. */
export function findLabels(sheet: Element, containers: Containers, { ignore }: Required<Wanted>): Piece[] {
  return [...sheet.querySelectorAll<SVGTextElement>('svg text')]
    .filter((label) => label.textContent?.trim() && !label.closest(ignore) && isPainted(label))
    .flatMap((label) => labelOf(label, containers) ?? [])
}

function labelOf(label: SVGTextElement, containers: Containers): Piece | undefined {
  const matrix = label.getScreenCTM()
  if (!matrix) return undefined
  const words = (label.textContent ?? '').replace(/\s+/g, ' ').trim()
  const style = styleOf(label)
  const lines = [painted(inked(label, words, style), matrix)]
  const size = Number.parseFloat(style.fontSize) * Math.hypot(matrix.a, matrix.b)
  const text = { words, part: 'label', isLabel: true, size, lines, within: containers.around(label) }
  return { text, element: label, lines }
}

/** The label's box in the coordinates of its picture. */
function inked(label: SVGTextElement, words: string, style: CSSStyleDeclaration): Box {
  const { x, width } = label.getBBox()
  const { above, below } = inkOf(words, style)
  const baseline = Number(label.getAttribute('y'))
  return { left: x, right: x + width, top: baseline - above, bottom: baseline + below }
}

/** Where a box is on the screen; of one that is turned, the upright box around it. */
function painted({ left, top, right, bottom }: Box, matrix: DOMMatrix): Box {
  const corners = [new DOMPoint(left, top), new DOMPoint(right, top), new DOMPoint(left, bottom), new DOMPoint(right, bottom)]
  const placed = corners.map((corner) => corner.matrixTransform(matrix))
  const xs = placed.map(({ x }) => x)
  const ys = placed.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
