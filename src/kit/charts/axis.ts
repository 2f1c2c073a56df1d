/** Values of an axis with their labels, printed here: `axis: { ...labelled([0, 1e9], usd), grid: true }`. */
export function labelled(values: readonly number[], print: (value: number) => string) {
  const said = Object.fromEntries(values.map((value) => [String(value), print(value)]))
  return { values: [...values], labelExpr: `${JSON.stringify(said)}[datum.value]`, labelOverlap: false as const }
}

/** A title that lies above the upper end of an upright axis, from so many px left of it on. */
export function titleAbove(title: string, { left = 0, up = 8 } = {}) {
  return { title, titleAngle: 0, titleAlign: 'left', titleBaseline: 'alphabetic', titleX: -left, titleY: -up } as const
}

/** Maps values onto px, as Vega's linear scale does. */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): (value: number) => number {
  return (value) => from + ((to - from) * (value - low)) / (high - low)
}

/** The same on a scale by magnitude. */
export function logarithmic([low, high]: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const place = linear([Math.log(low), Math.log(high)], range)
  return (value) => place(Math.log(value))
}
