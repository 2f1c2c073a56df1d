/** How many different values are compared with each other; more are told by their quantiles, which is as good. */
const MOST_COMPARED = 1500

/** A value and how often it is there. */
interface Weighted {
  value: number
  weight: number
}

/**
 * Cuts sorted values into classes that differ least within themselves (Fisher and Jenks). Values of one sign that span
 * orders of magnitude are compared by their logarithms. Equal values stay together.
 *
 * @param values sorted, rising or falling
 * @returns the size of each class, `classes` of them or as many as there are different values
 */
export function naturalBreaks(values: readonly number[], classes: number): number[] {
  const groups = weighted(values)
  const ends = cut(groups, Math.min(classes, groups.length))
  return ends.map((end, index) => total(groups, ends[index - 1] ?? 0, end))
}

/** Whether the largest of the values is many times the smallest. */
function spansMagnitudes(values: readonly number[]): boolean {
  const [a, b] = [Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0)]
  return values.every((value) => value > 0) && Math.max(a, b) > 20 * Math.min(a, b)
}

function weighted(values: readonly number[]): Weighted[] {
  const scale = spansMagnitudes(values) ? Math.log : (value: number) => value
  const groups: Weighted[] = []
  const together = new Set(values).size > MOST_COMPARED ? Math.ceil(values.length / MOST_COMPARED) : 1
  values.forEach((value, index) => {
    const last = groups.at(-1)
    const isEqual = index > 0 && values[index - 1] === value
    if (last && (isEqual || last.weight < together)) last.weight++
    else groups.push({ value: scale(value), weight: 1 })
  })
  return groups
}

function total(groups: readonly Weighted[], from: number, to: number): number {
  return groups.slice(from, to).reduce((sum, { weight }) => sum + weight, 0)
}

/** Where each class ends, by dynamic programming over the sums of squared deviations. */
function cut(groups: readonly Weighted[], classes: number): number[] {
  const deviation = deviations(groups)
  let costs = groups.map((_, end) => deviation(0, end + 1))
  const cuts: number[][] = []
  for (let k = 1; k < classes; k++) {
    const best = groups.map((_, end) => {
      let [least, at] = [Number.POSITIVE_INFINITY, k]
      for (let begin = k; begin <= end; begin++) {
        const cost = (costs[begin - 1] ?? 0) + deviation(begin, end + 1)
        if (cost < least) [least, at] = [cost, begin]
      }
      return { least, at }
    })
    cuts.push(best.map(({ at }) => at))
    costs = best.map(({ least }) => least)
  }
  const ends = [groups.length]
  for (const at of cuts.toReversed()) ends.unshift(at[(ends[0] ?? 1) - 1] ?? 0)
  return ends
}

/** Sum of squared deviations from the mean of the groups from `begin` to before `end`, each from running sums. */
function deviations(groups: readonly Weighted[]): (begin: number, end: number) => number {
  const [weights, sums, squares] = [[0], [0], [0]]
  const middle = groups[Math.floor(groups.length / 2)]?.value ?? 0
  for (const { value, weight } of groups) {
    const distance = value - middle
    weights.push((weights.at(-1) ?? 0) + weight)
    sums.push((sums.at(-1) ?? 0) + weight * distance)
    squares.push((squares.at(-1) ?? 0) + weight * distance ** 2)
  }
  const between = (running: readonly number[], begin: number, end: number) => (running[end] ?? 0) - (running[begin] ?? 0)
  return (begin, end) => between(squares, begin, end) - between(sums, begin, end) ** 2 / (between(weights, begin, end) || 1)
}
