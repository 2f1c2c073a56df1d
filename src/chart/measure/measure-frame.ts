import { DIRECTIONS, type Direction, middleOf } from '../../motion/move/ground.ts'
import { transportOf } from '../../motion/move/transport.ts'
import type { Picture, SeenMark } from '../../motion/seek.ts'
import { scaleProgress } from './scale-progress.ts'
import { distanceTo, edgesOf, isSound, isVisible, middle, pointsOf } from './seen-shape.ts'
import type { Subject } from './subject.ts'

/** What one picture of a move has that no chart has: shapes that are none, data off their scale, false labels. */
export function frameFaults(picture: Picture, subject: Subject): string[] {
  const faults = [...picture].filter(([, seen]) => !isSound(seen)).map(([key]) => `${key} is no shape`)
  for (const direction of DIRECTIONS) {
    const { part, faults: askew } = scaleProgress(picture, subject, direction)
    faults.push(...askew)
    if (part !== undefined) faults.push(...strayData(picture, subject, direction, part))
  }
  return [...faults, ...strayLines(picture, subject), ...falseLabels(picture, subject)]
}

/** Data whose value does not change stand on their scale however far it has come; bars stand on their baseline. */
function strayData(picture: Picture, subject: Subject, direction: Direction, part: number): string[] {
  return [...picture].flatMap(([key, seen]) => {
    const source = subject.sourceOf(key)
    if (source?.role !== 'mark' || !source.row || source.vertices || !isVisible(seen)) return []
    return [...strayEdges(key, seen, subject, direction, part), ...strayBase(key, seen, subject, direction, part)]
  })
}

function strayEdges(key: string, seen: SeenMark, subject: Subject, direction: Direction, part: number): string[] {
  const [from, to] = [subject.stills.a.get(key), subject.stills.b.get(key)]
  const type = subject.sourceOf(key)?.type
  if (!from || !to || sourceType(subject, key) !== type) return []
  const [before, after, now] = [from, to, seen].map((each) => edgesOf(each, direction)) as [Edges, Edges, Edges]
  const picks = type === 'symbol' ? [middle] : [(edges: Edges) => edges[0], (edges: Edges) => edges[1]]
  return picks.flatMap((pick) => {
    const [start, end] = [pick(before), pick(after)]
    const carried = transportOf(subject.a.ground, subject.b.ground, direction)(start, middle(before))
    if (carried === undefined || Math.abs(carried - end) > 0.8) return []
    const off = Math.abs(start + (end - start) * part - pick(now))
    return off > 1.1 ? [`${key} is ${off.toFixed(1)} px off its value along ${direction}`] : []
  })
}

type Edges = [start: number, end: number]

/** A bar stands on zero from beginning to end; what comes out of its group comes from elsewhere. */
function strayBase(key: string, seen: SeenMark, { a, b, parents }: Subject, direction: Direction, part: number): string[] {
  const [from, to] = [a.state.marks.get(key), b.state.marks.get(key)]
  const entrance = direction === 'y' ? 'up' : 'right'
  const [zero, zeroAfter] = [a, b].map(({ ground }) => middleOf(ground, direction, 0))
  if (zero === undefined || zeroAfter === undefined || parents.has(key)) return []
  const stands = (mark: typeof from, base: number) => {
    if (mark?.kind !== 'rect' || mark.entrance !== entrance) return false
    const [start, size] = direction === 'x' ? [mark.x, mark.width] : [mark.y, mark.height]
    return Math.abs(start - base) < 1 || Math.abs(start + size - base) < 1
  }
  if ((from && !stands(from, zero)) || (to && !stands(to, zeroAfter)) || seen.tag !== 'rect') return []
  const off = Math.min(...edgesOf(seen, direction).map((edge) => Math.abs(edge - (zero + (zeroAfter - zero) * part))))
  return off > 1.1 ? [`${key} is ${off.toFixed(1)} px off its baseline`] : []
}

/** The type that the same element has in the first chart, where it is there. */
function sourceType({ a, b }: Subject, key: string): string | undefined {
  return (a.sources.get(key) ?? b.sources.get(key))?.type
}

/** A line comes through every row that it has in both charts with the same values. */
function strayLines(picture: Picture, subject: Subject): string[] {
  const faults: string[] = []
  const parts = DIRECTIONS.map((direction) => scaleProgress(picture, subject, direction).part)
  if (parts.includes(undefined)) return faults
  for (const [key, seen] of picture) {
    const [from, to] = [subject.a.sources.get(key)?.vertices, subject.b.sources.get(key)?.vertices]
    if (!from || !to || seen.tag !== 'path' || !isVisible(seen)) continue
    const points = pointsOf(seen)
    for (const vertex of from) {
      const carried = DIRECTIONS.map((direction) => transportOf(subject.a.ground, subject.b.ground, direction)(vertex[direction]))
      const same = to.some(
        (other) => Math.abs(other.x - (carried[0] ?? Infinity)) < 0.5 && Math.abs(other.y - (carried[1] ?? Infinity)) < 0.5,
      )
      if (!same) continue
      const [x, y] = DIRECTIONS.map(
        (direction, index) => vertex[direction] + ((carried[index] ?? 0) - vertex[direction]) * (parts[index] ?? 0),
      )
      const off = distanceTo(points, x ?? 0, y ?? 0)
      if (off > 1.5) faults.push(`${key} passes a row by ${off.toFixed(1)} px`)
    }
  }
  return faults
}

/** What a tick says, it says in one of the charts. */
function falseLabels(picture: Picture, { sourceOf, stills }: Subject): string[] {
  return [...picture].flatMap(([key, seen]) => {
    if (sourceOf(key)?.role !== 'axis-label' || !isVisible(seen)) return []
    const said = seen.values['#text']
    const isTrue = said === stills.a.get(key)?.values['#text'] || said === stills.b.get(key)?.values['#text']
    return isTrue ? [] : [`${key} says ${said}`]
  })
}
