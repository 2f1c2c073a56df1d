/** A round number that is reached or passed on the way from one value up to another: 1, 2 or 5 times a power of ten, the largest of them; undefined where there is none. */
export function roundBetween(low: number, high: number): number | undefined {
  if (!(high > 0 && high > low)) return undefined
  const power = 10 ** Math.floor(Math.log10(high))
  return [5, 2, 1, 0.5].map((factor) => Number((factor * power).toPrecision(1))).find((round) => round > low && round <= high)
}
