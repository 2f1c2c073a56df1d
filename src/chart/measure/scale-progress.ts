import { type Direction, isShared, middleOf } from '../../motion/move/ground.ts'
import type { Picture } from '../../motion/seek.ts'
import { edgesOf, isVisible } from './seen-shape.ts'
import type { Subject } from './subject.ts'

/** How far a value must go, in px, for the way that a tick has come to be told. */
const FAR = 1

/**
 * How far a scale has come from one chart's to the other's, 0…1, as its visible ticks and grid lines show it; undefined where none
 * tells. What is off by more than a pixel from what most of them show is a fault.
 */
export function scaleProgress(
  picture: Picture,
  subject: Subject,
  direction: Direction,
): { part: number | undefined; faults: string[] } {
  const { a, b } = subject
  if (!isShared(a.ground, b.ground, direction)) return { part: undefined, faults: [] }
  const ticks = [...picture].flatMap(([key, seen]) => {
    const source = subject.sourceOf(key)
    if (source?.along !== direction || source.value === undefined || !isVisible(seen)) return []
    const [from, to] = [middleOf(a.ground, direction, source.value), middleOf(b.ground, direction, source.value)]
    if (from === undefined || to === undefined) return []
    const [offset, offsetAfter] = [subject.offset('a', key, direction, from), subject.offset('b', key, direction, to)]
    const [start, end] = [from + (offset ?? offsetAfter ?? 0), to + (offsetAfter ?? offset ?? 0)]
    return [{ key, start, end, at: edgesOf(seen, direction)[0] }]
  })
  const farthest = Math.max(FAR, ...ticks.map(({ start, end }) => Math.abs(end - start)))
  const telling = ticks.filter(({ start, end }) => Math.abs(end - start) > farthest / 2)
  const parts = telling.map(({ start, end, at }) => (at - start) / (end - start)).sort((one, other) => one - other)
  const part = parts[parts.length >> 1]
  const faults = ticks
    .filter(({ start, end, at }) => Math.abs(start + (end - start) * (part ?? 0) - at) > 1.05)
    .map(
      ({ key, start, end, at }) =>
        `${key} is ${Math.round((at - start - (end - start) * (part ?? 0)) * 10) / 10} px off its scale`,
    )
  return { part: ticks.length === 0 ? undefined : (part ?? 0), faults }
}
