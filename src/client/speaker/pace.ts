/** Where a talk is in the time that it has. */
export interface Talk {
  /** Time that the talk may take, and time that it has taken, in ms. */
  target: number
  elapsed: number
  /** How much there is to say of each slide, in any unit, and its act. */
  weights: readonly number[]
  acts: readonly string[]
  /** Position of the slide that is on. */
  current: number
}

/** What each slide takes beside what is said of it, as a part of what is said of the average one: it is looked at. */
const LOOK = 0.5

/**
 * When the current act should be over, in ms from the beginning, and by how much the talk is late; negative when it is early.
 * While a slide is on, any time between its beginning and its end is in time.
 */
export function paceAt({ target, elapsed, weights, acts, current }: Talk): { actEnd: number; late: number } {
  const look = (weights.reduce((sum, weight) => sum + weight, 0) / weights.length) * LOOK || 1
  const total = weights.reduce((sum, weight) => sum + weight + look, 0)
  const startOf = (index: number) => (weights.slice(0, index).reduce((sum, weight) => sum + weight + look, 0) / total) * target
  const [from, to] = [startOf(current), startOf(current + 1)]
  const late = elapsed > to ? elapsed - to : Math.min(elapsed - from, 0)
  return { actEnd: startOf(acts.lastIndexOf(acts[current] ?? '') + 1), late }
}
