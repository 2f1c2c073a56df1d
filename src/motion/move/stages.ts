import { DIRECTIONS, type Direction } from './ground.ts'

/** What may happen in a move; `frame-x` is what the marks stand on, `place-x` where they stand on it, `land` a map that comes under them. */
export type Factor = 'leave' | 'land' | 'frame-x' | 'place-x' | 'frame-y' | 'place-y' | 'paint' | 'enter'

/** Whether a factor has happened. */
export type Done = (factor: Factor) => boolean

/** What happens in a move, and what that asks of those who follow it. */
export interface Changes {
  factors: ReadonlySet<Factor>
  /** Directions in which marks stand for another field, with whose axis they move. */
  encoded: ReadonlyMap<Direction, 'replaced' | 'added or removed'>
  /**
   * The first state has its values where the next ground has no room for them, so that the values go first, or gather, or both change at
   * once; or the first ground has no room for what comes.
   */
  order: Partial<Record<Direction, 'together' | 'place-first' | 'gather-first' | 'frame-first'>>
  /** Keys of what goes while others come: what splits or gathers, or all where hardly anything stays. */
  exchanged: ReadonlySet<string>
  /**
   * The direction along which names stand at last, where the two axes change places: values go there first, and do not cover one
   * another.
   */
  first?: Direction | undefined
  /** Marks become marks of another type. */
  isOtherType: boolean
  /** A legend changes; one that only goes, goes before its room is taken. */
  legend?: 'changes' | 'goes' | undefined
  /** A next step of the same chart. */
  isSameChart: boolean
}

/** The stage of every factor, and how long each stage takes, in ms. */
export interface Stages {
  stageOf: ReadonlyMap<Factor, number>
  durations: readonly number[]
}

/** In the order in which they happen, where nothing else is said. */
const FACTORS: readonly Factor[] = ['leave', 'land', 'frame-x', 'frame-y', 'place-x', 'place-y', 'paint', 'enter']

/** What a further stage costs by itself, since every stage takes time. */
const STAGE = 0.05

/** How little the usual order counts beside all else. */
const ORDER = 0.001

/** In ms. */
const LEAST = 500

/** What those who watch can bear of a stage of `duration` ms. */
export function bears(duration: number): number {
  return 1.4 / (1 + Math.exp(-(duration - 1200) / 300))
}

/** Chooses at most `most` stages with the least cost above what its stages bear. */
export function chooseStages(changes: Changes, most = 2): Stages {
  const present = FACTORS.filter((factor) => changes.factors.has(factor))
  let best: (Stages & { cost: number }) | undefined
  for (const assigned of assignments(present, Math.min(most, present.length))) {
    if (!isAllowed(assigned, changes, most)) continue
    const count = Math.max(-1, ...assigned.values()) + 1
    const costs = Array.from({ length: count }, (_, stage) =>
      costOf(
        present.filter((each) => assigned.get(each) === stage),
        changes,
      ),
    )
    const durations = costs.map((cost) => durationFor(cost, longest(count, changes)))
    const excess = costs.map((cost, stage) => Math.max(0, cost - bears(durations[stage] ?? 0)))
    const cost = sum(excess) + STAGE * count + ORDER * disorder(assigned)
    if (!best || cost < best.cost - 1e-9) best = { stageOf: assigned, durations, cost }
  }
  if (!best) return { stageOf: new Map(), durations: [] }
  return { stageOf: best.stageOf, durations: atLeast(best.durations, changes.isSameChart || present.length === 0 ? 0 : 1000) }
}

/** Every way to give the factors to so many stages, none of them empty. */
function* assignments(factors: readonly Factor[], most: number): Generator<Map<Factor, number>> {
  for (let code = 0; code < most ** factors.length; code++) {
    const assigned = new Map(factors.map((factor, index) => [factor, Math.floor(code / most ** index) % most]))
    const used = new Set(assigned.values())
    if (Math.max(-1, ...used) + 1 === used.size) yield assigned
  }
}

/** What is left out happens first, what is added last; values are never shown on a scale that has no room for them. */
function isAllowed(stageOf: ReadonlyMap<Factor, number>, changes: Changes, most: number): boolean {
  const { order, encoded, isOtherType, legend, first } = changes
  const before = (first: Factor, second: Factor) => (stageOf.get(first) ?? 0) <= (stageOf.get(second) ?? 9)
  const together = (one: Factor, other: Factor) =>
    stageOf.get(one) === undefined || stageOf.get(other) === undefined || stageOf.get(one) === stageOf.get(other)
  if (!FACTORS.every((factor) => before('leave', factor))) return false
  const waits = (factor: Factor) => DIRECTIONS.some((each) => factor === `frame-${each}` && order[each] === 'gather-first')
  const isLast = (factor: Factor) => (waits(factor) ? before('enter', factor) : before(factor, 'enter'))
  if (!FACTORS.every((factor) => factor === 'leave' || isLast(factor))) return false
  if (legend === 'goes' && !DIRECTIONS.every((direction) => before('paint', `frame-${direction}`))) return false
  if (!DIRECTIONS.every((direction) => before('land', `place-${direction}`))) return false
  if (
    first &&
    most > 1 &&
    !isOtherType &&
    !((stageOf.get(`place-${first}`) ?? 0) < (stageOf.get(first === 'x' ? 'place-y' : 'place-x') ?? 9))
  )
    return false
  if (isOtherType && !(together('place-x', 'place-y') && together('paint', 'place-x') && together('paint', 'place-y')))
    return false
  return DIRECTIONS.every((direction) => {
    const [frame, place] = [`frame-${direction}`, `place-${direction}`] as const
    if (order[direction] === 'together') return together(frame, place)
    if (order[direction] === 'gather-first') return true
    const isAtOnce = stageOf.has('enter') && stageOf.get(frame) === stageOf.get('enter')
    if (most > 1 && order[direction] === 'frame-first' && isAtOnce) return false
    if (encoded.has(direction)) return before(frame, place)
    return order[direction] === 'place-first' ? before(place, frame) : before(frame, place)
  })
}

/** Cost of all that happens in one stage; what belongs together is followed as one. */
function costOf(factors: readonly Factor[], { encoded, legend, exchanged }: Changes): number {
  const has = (factor: Factor) => factors.includes(factor)
  let cost =
    (has('leave') ? 0.3 : 0) +
    (has('land') ? 0.7 : 0) +
    (has('enter') ? (exchanged.size > 0 ? 0.7 : 0.4) : 0) +
    (has('paint') ? (legend ? 0.5 : 0.3) : 0)
  for (const direction of DIRECTIONS) {
    if (has(`frame-${direction}`)) cost += FRAME
    if (has(`place-${direction}`)) cost += encodingCost(encoded.get(direction))
  }
  for (const kind of ['frame', 'place'] as const) if (has(`${kind}-x`) && has(`${kind}-y`)) cost -= 0.2
  return cost
}

/** A scale with its axis: .65 and .75, less 1 because they belong together. */
const FRAME = 0.4

/**
 * Another field with its axis: .3 and .65 for the marks, 1.05 for the axis, less 1; a field with an axis that comes or goes: .3 and .65
 * for the marks, .7 for the axis, less .7 and what its scale is no change of; other values: .3.
 */
function encodingCost(encoded: 'replaced' | 'added or removed' | undefined): number {
  if (encoded === undefined) return 0.3
  return encoded === 'replaced' ? 1 : 0.5
}

function longest(stages: number, { isSameChart }: Changes): number {
  if (isSameChart) return 700
  return stages === 1 ? 1250 : Math.floor(2000 / stages / 50) * 50
}

function durationFor(cost: number, most: number): number {
  let duration = LEAST
  while (duration < most && bears(duration) < cost) duration += 50
  return Math.min(duration, most)
}

function atLeast(durations: readonly number[], least: number): number[] {
  const total = sum(durations)
  return total >= least ? [...durations] : durations.map((duration) => Math.round((duration * least) / total / 50) * 50)
}

function disorder(stageOf: ReadonlyMap<Factor, number>): number {
  let total = 0
  for (const [factor, stage] of stageOf) total -= stage * FACTORS.indexOf(factor)
  return total
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
