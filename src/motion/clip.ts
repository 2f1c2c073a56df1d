import { round } from './round.ts'

/** A rectangle in px. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What marks are clipped to: a rectangle, and outlines within which it lies. */
export interface Clip {
  box?: Box
  /** As SVG path data. */
  shapes: readonly string[]
}

/** What lies in both. */
export function clipTo(clip: Clip | undefined, box: Box): Clip {
  if (!clip?.box) return { shapes: [], ...clip, box }
  const [x, y] = [Math.max(box.x, clip.box.x), Math.max(box.y, clip.box.y)]
  const right = Math.min(box.x + box.width, clip.box.x + clip.box.width)
  const bottom = Math.min(box.y + box.height, clip.box.y + clip.box.height)
  return { ...clip, box: { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) } }
}

/** The same within an outline, too. */
export function clipToShape(clip: Clip | undefined, shape: string): Clip {
  return { ...clip, shapes: [...(clip?.shapes ?? []), shape] }
}

/** A clip as a mark has it. */
export function clipText({ box, shapes }: Clip): string {
  const rectangle = box && [box.x, box.y, box.width, box.height].map((value) => round(value)).join(' ')
  return [...(rectangle === undefined ? [] : [rectangle]), ...shapes].join(';')
}
