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
  const lines = (['Top', 'Bottom', 'Left', 'Right'] as const).flatMap((side) => {
    const wide = px(style[`border${side}Width`])
    const { x, y, width, height } = box
    const across = side === 'Top' || side === 'Bottom' ? { height: wide } : { width: wide }
    const at = side === 'Bottom' ? { y: y + height - wide } : side === 'Right' ? { x: x + width - wide } : {}
    return wide > 0 ? area({ ...across, ...at }, style[`border${side}Color`]) : []
  })
  return [...ground, ...lines]
}
