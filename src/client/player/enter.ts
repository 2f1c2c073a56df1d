import type { Mark } from '../../story/mark.ts'
import type { Values } from './mark-node.ts'

/** From how far above its place a mark falls, in px of the frame. */
const FALL = 90

/** What a mark looks like before it has come, and after it has gone. */
export function outside(mark: Mark, values: Values): Values {
  if (mark.kind !== 'rect')
    return {
      ...values,
      ...unseen(values),
      ...(mark.entrance === 'drop' && mark.kind === 'text' ? { y: `${mark.y - FALL}` } : {}),
    }
  const { x, y, width, height } = mark
  switch (mark.entrance) {
    case 'up':
      return { ...values, y: `${y + height}`, height: '0' }
    case 'right':
      return { ...values, width: '0' }
    case 'centre':
      return { ...values, ...unseen(values), x: `${x + width / 2}`, y: `${y + height / 2}`, width: '0', height: '0', rx: '0' }
    case 'drop':
      return { ...values, ...unseen(values), y: `${y - FALL}` }
    default:
      return { ...values, ...unseen(values) }
  }
}

/** Fill and stroke are faded by themselves: browsers draw that far faster than the opacity of a thousand elements. */
export function unseen({ fill, stroke }: Values): Record<string, string> {
  return { ...(fill === 'none' || !fill ? {} : { 'fill-opacity': '0' }), ...(stroke ? { 'stroke-opacity': '0' } : {}) }
}
