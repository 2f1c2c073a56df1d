/** A column of the rows, checked by the compiler: `field<Peak>('height')`. A misspelt one does not compile. */
export function field<Row>(column: keyof Row & string): string {
  return column
}

/** The same for Vega expressions: `datum<Peak>('rank')` is `datum['rank']`. */
export function datum<Row>(column: keyof Row & string): string {
  return `datum['${column}']`
}
