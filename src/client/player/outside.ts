import type { Mark } from '../../story/mark.ts'

/** From how far above its place a mark falls, in px of the frame. */
const FALL = 90

/** A mark before it has come, and after it has gone. */
export function outside(mark: Mark): Mark {
  const { entrance } = mark
  if (mark.kind === 'rect' && entrance === 'up') return { ...mark, y: mark.y + mark.height, height: 0 }
  if (mark.kind === 'rect' && entrance === 'right') return { ...mark, width: 0 }
  const gone: Mark = { ...mark }
  if (gone.fill !== undefined) gone.fillOpacity = 0
  if (gone.stroke !== undefined) gone.strokeOpacity = 0
  if (gone.kind === 'image') gone.opacity = 0
  if (entrance === 'drop' && (gone.kind === 'rect' || gone.kind === 'text')) gone.y -= FALL
  if (gone.kind !== 'rect' || entrance !== 'centre') return gone
  return { ...gone, x: gone.x + gone.width / 2, y: gone.y + gone.height / 2, width: 0, height: 0, radius: 0 }
}
