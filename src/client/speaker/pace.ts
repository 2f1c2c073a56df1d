/** Where a talk is in the time that it has. */
export interface Talk {
  /** Time that the talk may take, and time that it has taken, in ms. */
  target: number
  elapsed: number
  /** How much time each slide takes beside the others, in any unit, and its act. */
  weights: readonly number[]
  acts: readonly string[]
  /** Position of the slide that is on. */
  current: number
}

/** What each slide takes beside what is said of it, as a part of what is said of the average one: it is looked at. */
const LOOK = 0.5

/** How much time slides take beside each other, by how much there is to say of each. */
export function weightsOf(words: readonly number[]): number[] {
  const look = (words.reduce((sum, count) => sum + count, 0) / words.length) * LOOK || 1
  return words.map((count) => count + look)
}

/**
 * The same in ms where acts have a time of their own, which their slides share by weight; the others go on as fast. `minutes` has
 * them by act.
 */
export function plannedWeights(
  weights: readonly number[],
  acts: readonly string[],
  minutes: ReadonlyMap<string, number>,
): readonly number[] {
  const sumOf = (is: (act: string) => boolean) => weights.reduce((sum, weight, at) => sum + (is(acts[at] ?? '') ? weight : 0), 0)
  const planned = [...minutes].reduce((sum, [, each]) => sum + each, 0)
  const usual = planned / sumOf((act) => minutes.has(act))
  if (!(planned > 0)) return weights
  return weights.map((weight, at) => {
    const own = minutes.get(acts[at] ?? '')
    const rate = own === undefined ? usual : own / sumOf((act) => act === acts[at])
    return weight * rate * 60_000
  })
}

/**
 * When the current act should be over, in ms from the beginning, and by how much the talk is late; negative when it is early.
 * While a slide is on, any time between its beginning and its end is in time.
 */
export function paceAt({ target, elapsed, weights, acts, current }: Talk): { actEnd: number; late: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const startOf = (index: number) => (weights.slice(0, index).reduce((sum, weight) => sum + weight, 0) / total) * target
  const [from, to] = [startOf(current), startOf(current + 1)]
  const late = elapsed > to ? elapsed - to : Math.min(elapsed - from, 0)
  return { actEnd: startOf(acts.lastIndexOf(acts[current] ?? '') + 1), late }
}
