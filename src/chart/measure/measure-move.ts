import { DIRECTIONS, type Direction } from '../../motion/move/ground.ts'
import { matchStates, type Side } from '../../motion/move/match.ts'
import type { Picture, SeenMark } from '../../motion/seek.ts'
import { carriedEdge, middleOf, scaleProgress } from './scale-progress.ts'
import { edgesOf, isSound, isVisible, pointsOf } from './seen-shape.ts'
import type { Subject } from './subject.ts'

/** What a move must keep to. Each has the faults that were found; none means that it holds. */
export const MEASURES = ['valid', 'identity', 'grouped', 'length', 'ends', 'keys'] as const
export type Measures = Record<(typeof MEASURES)[number], string[]>

/** How many times of a move are looked at, its start and end included. */
const TIMES = 21

/** Takes all measures of a move, from its pictures alone. `keys` are fields that tell rows apart, where somebody said so. */
export function measureMove(subject: Subject, keys?: readonly string[]): Measures {
  const { move } = subject
  const times = Array.from({ length: TIMES }, (_, index) => (move.duration * index) / (TIMES - 1))
  const valid = times.flatMap((time) => faultsAt(move.at(time), subject).map((fault) => `${Math.round(time)} ms: ${fault}`))
  return {
    valid,
    identity: identityFaults(subject, keys),
    grouped: groupFaults(subject),
    length: lengthFaults(subject),
    ends: endFaults(subject),
    keys: keys ? keyFaults(subject, keys) : [],
  }
}

function faultsAt(picture: Picture, subject: Subject): string[] {
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
    const carried = carriedEdge(subject, direction, start, middle(before))
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

function middle([start, end]: [number, number]): number {
  return (start + end) / 2
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
      const carried = DIRECTIONS.map((direction) => carriedEdge(subject, direction, vertex[direction]))
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

function distanceTo(points: readonly [number, number][], x: number, y: number): number {
  return Math.min(...points.map((point, index) => toSegment(points[index - 1] ?? point, point, x, y)))
}

function toSegment([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], x: number, y: number): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
  return Math.hypot(x1 + (x2 - x1) * part - x, y1 + (y2 - y1) * part - y)
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

/** Of what both charts tell of, nearly all keeps its element, and no element stands for something else. */
function identityFaults({ a, b, renamed }: Subject, keys: readonly string[] | undefined): string[] {
  const own = withOwnKeys(b, renamed)
  const { pairs } = matchStates(a, own, keys)
  const data = [...pairs].filter(([key]) => own.sources.get(key)?.role === 'mark')
  const lost = data.filter(([key, before]) => renamed.get(key) !== before)
  const used = new Map([...renamed].map(([key, element]) => [element, key]))
  const other = [...a.sources].filter(([key, source]) => {
    const after = used.get(key)
    return source.role === 'mark' && source.row && after !== undefined && pairs.get(after) !== key && own.sources.get(after)?.row
  })
  return [
    ...(lost.length > 0.02 * data.length ? [`${lost.length} of ${data.length} data lose their element`] : []),
    ...(other.length > 0 ? [`${other.length} elements stand for two data`] : []),
  ]
}

function withOwnKeys(b: Side, renamed: ReadonlyMap<string, string>): Side {
  const own = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...renamed].flatMap(([name, key]): [string, T][] => (map.has(key) ? [[name, map.get(key) as T]] : [])))
  return { ...b, state: { ...b.state, marks: own(b.state.marks) }, sources: own(b.sources) }
}

/** Fields that were stated and those that were found tell the same rows together. */
function keyFaults({ a, b, renamed }: Subject, keys: readonly string[]): string[] {
  const own = withOwnKeys(b, renamed)
  const [stated, found] = [matchStates(a, own, keys).pairs, matchStates(a, own).pairs]
  const faults: string[] = []
  for (const [key, source] of own.sources) {
    if (source.role !== 'mark' || !source.row) continue
    const row = a.sources.get(found.get(key) ?? '')?.row
    const isSame = row ? keys.every((field) => row[field] === source.row?.[field]) : stated.get(key) === undefined
    if (!isSame) faults.push(`${key} is told together with ${found.get(key)}`)
  }
  return faults
}

/** How far marks must go in a stage, in px, for their way to be compared. */
const FAR = 8

/** Marks of one kind are equally far on their way at any time of a stage, and set out and come to rest slowly. */
function groupFaults(subject: Subject): string[] {
  const { move } = subject
  const faults: string[] = []
  let start = 0
  for (const duration of move.stages) {
    const [before, after] = [move.at(start + 0.01), move.at(Math.min(start + duration, move.duration) - 0.01)]
    for (const [time, isPaced] of [
      [0.1, (part: number) => part < 0.09],
      [0.5, () => true],
      [0.9, (part: number) => part > 0.91],
    ] as const)
      faults.push(...unevenAt(move.at(start + duration * time), before, after, subject, isPaced))
    start += duration
  }
  return [...new Set(faults)]
}

function unevenAt(
  now: Picture,
  before: Picture,
  after: Picture,
  { sourceOf }: Subject,
  isPaced: (part: number) => boolean,
): string[] {
  const kinds = new Map<string, number[]>()
  for (const [key, seen] of now) {
    const [source, from, to] = [sourceOf(key), before.get(key), after.get(key)]
    if (!source || !from || !to || seen.tag === 'path') continue
    for (const direction of DIRECTIONS) {
      const [start, end, at] = [from, to, seen].map((each) => middle(edgesOf(each, direction))) as [number, number, number]
      if (Math.abs(end - start) < FAR) continue
      const kind = `${source.role} ${source.name} ${source.along ?? ''}`
      kinds.set(kind, [...(kinds.get(kind) ?? []), (at - start) / (end - start)])
    }
  }
  return [...kinds].flatMap(([kind, parts]) => [
    ...(Math.max(...parts) - Math.min(...parts) > 0.05 ? [`${kind} do not move together`] : []),
    ...(parts.every(isPaced) ? [] : [`${kind} set out or come to rest at full speed`]),
  ])
}

function lengthFaults({ move: { duration, stages } }: Subject): string[] {
  return [
    ...(duration > 2000 ? [`${duration} ms`] : []),
    ...stages.filter((stage) => stage < 500).map((stage) => `a stage of ${stage} ms`),
  ]
}

/** In px; a move begins and ends without a jump. */
const JUMP = 1.5

/** At its ends a move shows the stills of the charts, mark by mark, and right beside them nearly the same. */
function endFaults({ move, stills: { a, b } }: Subject): string[] {
  if (move.duration === 0) return []
  const ends = [
    ['start', a, move.at(0), move.at(0.5)],
    ['end', b, move.at(move.duration), move.at(move.duration - 0.5)],
  ] as const
  return ends.flatMap(([name, still, end, beside]) =>
    [...notTheStill(still, end), ...unlike(still, beside)].map((fault) => `at the ${name} ${fault}`),
  )
}

function notTheStill(still: Picture, end: Picture): string[] {
  const text = (seen: SeenMark | undefined) => seen && JSON.stringify([seen.tag, Object.entries(seen.values).sort()])
  const keys = new Set([...still.keys(), ...end.keys()])
  return [...keys].filter((key) => text(still.get(key)) !== text(end.get(key))).map((key) => `${key} is not as in the still`)
}

function unlike(still: Picture, beside: Picture): string[] {
  const visible = (picture: Picture) => new Map([...picture].filter(([, seen]) => isVisible(seen)))
  const [there, near] = [visible(still), visible(beside)]
  const faults = [...near.keys()].filter((key) => !there.has(key)).map((key) => `${key} should not be seen`)
  for (const [key, seen] of there) {
    const other = near.get(key)
    if (!other) faults.push(`${key} is not seen`)
    else if (jump(seen, other) > JUMP) faults.push(`${key} jumps by ${jump(seen, other).toFixed(1)} px`)
  }
  return faults
}

function jump(one: SeenMark, other: SeenMark): number {
  if (one.tag !== other.tag) return boxJump(one, other)
  if (one.tag === 'path' && /[mlcq]/.test(one.values.d ?? '')) return outlineJump(one, other)
  const distances = DIRECTIONS.flatMap((direction) => {
    const [a, b] = [edgesOf(one, direction), edgesOf(other, direction)]
    return [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
  })
  return Math.max(...distances)
}

/** What has another element is the same for the eye where it fills the same box. */
function boxJump(one: SeenMark, other: SeenMark): number {
  const [box, otherBox] = [boxOf(one), boxOf(other)]
  return Math.max(...box.map((edge, index) => Math.abs(edge - (otherBox[index] ?? Number.NaN))))
}

function boxOf(seen: SeenMark): number[] {
  if (seen.tag !== 'path') return DIRECTIONS.flatMap((direction) => edgesOf(seen, direction))
  const points = pointsOf(seen)
  return [0, 1].flatMap((axis) => {
    const positions = points.map((point) => point[axis] ?? 0)
    return [Math.min(...positions), Math.max(...positions)]
  })
}

/** Every point of the still is on the outline beside it. */
function outlineJump(one: SeenMark, other: SeenMark): number {
  const points = pointsOf(other)
  return Math.max(0, ...pointsOf(one).map(([x, y]) => distanceTo(points, x, y)))
}
