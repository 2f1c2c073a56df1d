import type { Frame, Mark, Move, StageState } from '../../story/mark.ts'
import { unseen } from './geometry.ts'
import type { Side } from './match.ts'
import { mergeKeys } from './merge-keys.ts'
import { type Planned, planMove } from './plan-move.ts'

type Marks = ReadonlyMap<string, Mark>

/**
 * The move through the states of a chart at one value of time after another, each `step` ms long. What is told apart by a key is on its way
 * all the time; where nothing is, every value stays until the next.
 */
export function planRun(sides: readonly Side[], frame: Frame, step: number): Move {
  const pairs = sides.slice(1).map((side, index): Planned => {
    const before = sides[index] as Side
    return planMove(before, side, { frame, isSameChart: true, isFading: true, stages: 1 })
  })
  const pictures = pairs.flatMap((pair, index) => picturesOf(pair, sides[index]?.state, sides[index + 1]?.state))
  const whole = withAll(pictures, namesLent(pairs))
  const { keyframes, durations } = joined(whole, step)
  const name = sides.at(-1)?.state.name ?? ''
  return {
    keyframes: keyframes.map((marks) => ({ name, marks })),
    durations,
    run: { start: 0, isHeld: !sides.slice(1).some((side, index) => recurs(sides[index] as Side, side)) },
  }
}

/** How a pair begins and ends. */
function picturesOf({ move }: Planned, before: StageState | undefined, after: StageState | undefined): Marks[] {
  const [first, last] = [move.keyframes[0]?.marks ?? before?.marks, move.keyframes.at(-1)?.marks ?? after?.marks]
  return first && last ? [first, last] : []
}

/** Keys of marks that cannot become what has their own key next. */
function namesLent(pairs: readonly Planned[]): Set<string> {
  return new Set(pairs.flatMap(({ renamed }) => [...renamed].flatMap(([key, own]) => (key === own ? [] : [own]))))
}

/** Every picture with the marks of all, in one order; where a mark has no part, it is as it was last, or will be first, and not seen. */
function withAll(pictures: readonly Marks[], lent: ReadonlySet<string>): Marks[] {
  const keys = mergeKeys(pictures)
  const last = new Map<string, Mark>()
  for (const marks of pictures.toReversed()) for (const [key, mark] of marks) last.set(key, mark)
  return pictures.map(
    (marks) =>
      new Map(
        keys.map((key): [string, Mark] => {
          const own = marks.get(key)
          const mark = own ?? (lent.has(key) ? unseen(last.get(key) as Mark) : (last.get(key) as Mark))
          last.set(key, mark)
          return [key, mark]
        }),
      ),
  )
}

/** The end of one pair is the beginning of the next; where these differ in what is not seen, no time goes by between. */
function joined(pictures: readonly Marks[], step: number): { keyframes: Marks[]; durations: number[] } {
  const keyframes: Marks[] = []
  const durations: number[] = []
  pictures.forEach((marks, index) => {
    const before = keyframes.at(-1)
    const isBeginning = index % 2 === 0
    if (before && isBeginning && isSame(before, marks)) return
    if (before) durations.push(isBeginning ? 0 : step)
    keyframes.push(marks)
  })
  return { keyframes, durations }
}

function isSame(a: Marks, b: Marks): boolean {
  return [...a].every(([key, mark]) => mark === b.get(key) || JSON.stringify(mark) === JSON.stringify(b.get(key)))
}

/** Whether anything that has a key of its own, or is drawn through many rows, is there at the next value, too. */
function recurs(a: Side, b: Side): boolean {
  return [...b.sources].some(
    ([key, { role, row, vertices }]) =>
      role === 'mark' && row !== undefined && (vertices || key.includes('/')) && a.sources.has(key),
  )
}

/** In ms. */
const ARRIVAL = 650

/** Brings what a move begins with onto an empty stage. */
export function arrival({ keyframes }: Move): Move {
  const [first] = keyframes
  if (!first) return { keyframes: [], durations: [] }
  const before = new Map([...first.marks].map(([key, mark]) => [key, unseen(mark)]))
  return { keyframes: [{ ...first, marks: before }, first], durations: [ARRIVAL] }
}

/** One move after another: the marks of each are there, unseen, in all pictures of the other. */
export function afterMove(lead: Move, run: Move): Move {
  const pictures = withAll(
    [...lead.keyframes, ...run.keyframes].map(({ marks }) => marks),
    new Set(),
  )
  const name = run.keyframes[0]?.name ?? ''
  const isOne = pictures[lead.keyframes.length - 1]
  if (lead.keyframes.length === 0 || !isOne) return run
  return {
    keyframes: pictures.map((marks) => ({ name, marks })),
    durations: [...lead.durations, 0, ...run.durations],
    run: { start: lead.durations.length, isHeld: run.run?.isHeld ?? false },
  }
}
