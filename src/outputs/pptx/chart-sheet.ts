/** The numbers of a chart of Office's own, as they stand in its workbook: a head for each column, and a row for each bar, place or point. */
export interface ChartSheet {
  kind: 'bar' | 'line' | 'scatter'
  /** What the rows are named by; numbers in a scatter. */
  head: string
  /** What the numbers are. */
  measure: string
  /** Heads of the columns of numbers. */
  labels: readonly string[]
  rows: readonly SheetRow[]
  /** How many of the columns are drawn, from the first; the others are there to be chosen. */
  drawn: number
  /** How numbers are written, as spreadsheets have it. */
  format: string
  /** Logarithmic scales, by axis. */
  log?: { x?: boolean; y?: boolean }
}

/** A name, or a number along x, and a number for each column; undefined where there is none. */
export interface SheetRow {
  name: string | number
  values: readonly (number | undefined)[]
}
