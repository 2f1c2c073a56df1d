import { DIRECTIONS } from '../../motion/move/ground.ts'
import { matchStates } from '../../motion/move/match.ts'
import type { Picture } from '../../motion/seek.ts'
import { endFaults } from './measure-ends.ts'
import { frameFaults } from './measure-frame.ts'
import { edgesOf, middle } from './seen-shape.ts'
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
  const valid = times.flatMap((time) => frameFaults(move.at(time), subject).map((fault) => `${Math.round(time)} ms: ${fault}`))
  return {
    valid,
    identity: identityFaults(subject, keys),
    grouped: groupFaults(subject),
    length: lengthFaults(subject),
    ends: endFaults(subject),
    keys: keys ? keyFaults(subject, keys) : [],
  }
}

/** Of what both charts tell of, nearly all keeps its element, and no element stands for something else. */
function identityFaults({ a, own, renamed }: Subject, keys: readonly string[] | undefined): string[] {
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

/** Fields that were stated and those that were found tell the same rows together. */
function keyFaults({ a, own }: Subject, keys: readonly string[]): string[] {
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
