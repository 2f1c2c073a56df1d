import { scenes } from '../../charts/index.ts'
import { textWidth } from '../../src/kit/charts/text-width.ts'
import { compileScene } from '../../src/motion/compile.ts'
import type { Frame, Mark, RectMark, StageState, TextMark } from '../../src/story/mark.ts'

/** A rectangle in px, for the tests on room. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Every step of every scene in a frame, as `scene step`. */
export function compileAll(frame: Frame): { states: Map<string, StageState>; diagnostics: string[] } {
  const states = new Map<string, StageState>()
  const diagnostics: string[] = []
  for (const [name, scene] of Object.entries(scenes)) {
    const compiled = compileScene(name, scene, frame)
    for (const [step, state] of compiled.states) states.set(`${name} ${step}`, state)
    diagnostics.push(...compiled.diagnostics.map(({ message }) => message))
  }
  return { states, diagnostics }
}

export function texts({ marks }: StageState): TextMark[] {
  return [...marks.values()].filter((mark) => mark.kind === 'text')
}

/** Rectangles and circles whose key starts with one of the names. */
export function rects({ marks }: StageState, ...names: string[]): RectMark[] {
  return [...marks].flatMap(([key, mark]) =>
    mark.kind === 'rect' && names.some((name) => key.startsWith(`${name}/`)) ? [mark] : [],
  )
}

/** From cap height to descender. */
export function textBox({ text, x, y, size, weight, anchor }: TextMark): Box {
  const width = textWidth(text, size, weight === 600 ? 600 : 400)
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return { left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.2 }
}

export function boxOf(mark: Mark): Box {
  if (mark.kind === 'text') return textBox(mark)
  if (mark.kind === 'rect' || mark.kind === 'image')
    return { left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height }
  if (mark.kind === 'rule') {
    const { x, x2, y, y2 } = mark
    return { left: Math.min(x, x2), right: Math.max(x, x2), top: Math.min(y, y2), bottom: Math.max(y, y2) }
  }
  return outlineBox(mark.d, mark.x, mark.y)
}

/** Extent of relative path data of lines and curves. */
function outlineBox(d: string, x0: number, y0: number): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  let [x, y, startX, startY] = [x0, y0, x0, y0]
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d*\.\d+|\d+)/g)].map(Number)
    const stride = letter === 'c' ? 6 : letter === 'q' ? 4 : 2
    if (letter === 'z') [x, y] = [startX, startY]
    for (let i = stride - 2; i < numbers.length; i += stride) {
      x += numbers[i] ?? 0
      y += numbers[i + 1] ?? 0
      if (letter === 'm' && i === 0) [startX, startY] = [x, y]
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box
}

/** Whether a rectangle meets a mark; circles are round. */
export function meets(box: Box, mark: RectMark): boolean {
  if (!mark.radius) return overlap(box, boxOf(mark))
  const [x, y] = [mark.x + mark.radius, mark.y + mark.radius]
  const nearest = { x: Math.min(Math.max(x, box.left), box.right), y: Math.min(Math.max(y, box.top), box.bottom) }
  return Math.hypot(nearest.x - x, nearest.y - y) < mark.radius
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

export function within(inner: Box, outer: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
}
