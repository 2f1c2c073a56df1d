import type { PaintedArea } from '../painted.ts'
import { boxOf, colourOf, px } from './boxes.ts'

/** The ground of a part of a slide and the lines at its sides. The ground of the slide itself is no part of it. */
export function areasOf(element: Element, style: CSSStyleDeclaration, part: string): PaintedArea[] {
  const box = boxOf(element)
  const area = (where: Partial<typeof box>, css: string): PaintedArea[] => {
    const colour = colourOf(css)
    return colour === undefined ? [] : [{ kind: 'area', part, box: { ...box, ...where }, colour }]
  }
  const ground = element.parentElement?.classList.contains('page') ? [] : area({}, style.backgroundColor)
  const [top, bottom, left, right] = (['Top', 'Bottom', 'Left', 'Right'] as const).map((side) =>
    px(style[`border${side}Width`]),
  ) as [number, number, number, number]
  return [
    ...ground,
    ...(top > 0 ? area({ height: top }, style.borderTopColor) : []),
    ...(bottom > 0 ? area({ y: box.y + box.height - bottom, height: bottom }, style.borderBottomColor) : []),
    ...(left > 0 ? area({ width: left }, style.borderLeftColor) : []),
    ...(right > 0 ? area({ x: box.x + box.width - right, width: right }, style.borderRightColor) : []),
  ]
}
