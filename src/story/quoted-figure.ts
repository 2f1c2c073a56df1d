/** A number that a slide says, from an expression. */
export interface QuotedFigure {
  /** As it is printed. */
  value: string
  /** The expression, as it stands in the file. */
  formula: string
  file: string
  line: number
  column: number
}
