/** A column of the rows, checked by the compiler: `field<CountryRecord>('deficit')`. A misspelt one does not compile. */
export function field<Row>(column: keyof Row & string): string {
  return column
}

/** The same for Vega expressions: `datum<CountryRecord>('rank')` is `datum['rank']`. */
export function datum<Row>(column: keyof Row & string): string {
  return `datum['${column}']`
}
