/** The least and the largest of any count of numbers, which as arguments of one call would fill the stack; infinite where there are none. */
export function extentOf(numbers: readonly number[]): [least: number, largest: number] {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const number of numbers) {
    least = Math.min(least, number)
    largest = Math.max(largest, number)
  }
  return [least, largest]
}
