/** How a column of numbers goes along an order. */
export interface Course {
  direction: 'rising' | 'falling'
  /** Rows whose value breaks it. */
  breaks: readonly number[]
}

/** So large a part of the steps may go the other way in what is meant to be an order, as rounding and ties make them. */
const MOST_BROKEN = 0.1

/**
 * Whether the values rise or fall for the most part, in the order of the rows or of ranks; with fewer than three that means
 * nothing, and with equal values only neither.
 */
export function courseOf(numbers: readonly (number | null)[], ranks?: readonly (number | null)[]): Course | undefined {
  const held = numbers
    .map((value, row) => ({ value, row, rank: ranks ? (ranks[row] ?? null) : row }))
    .filter((each): each is { value: number; row: number; rank: number } => each.value !== null && each.rank !== null)
    .sort((a, b) => a.rank - b.rank)
  const steps = held.slice(1).map(({ value, row }, index) => ({ row, step: value - (held[index]?.value ?? value) }))
  const [up, down] = [steps.filter(({ step }) => step > 0), steps.filter(({ step }) => step < 0)]
  if (steps.length < 2 || up.length + down.length === 0) return undefined
  const [direction, breaks] = up.length > down.length ? (['rising', down] as const) : (['falling', up] as const)
  return breaks.length <= steps.length * MOST_BROKEN ? { direction, breaks: breaks.map(({ row }) => row) } : undefined
}

/** The course of values that never break it. */
export function strictCourse(
  numbers: readonly (number | null)[],
  ranks?: readonly (number | null)[],
): Course['direction'] | undefined {
  const course = courseOf(numbers, ranks)
  return course && course.breaks.length === 0 ? course.direction : undefined
}
