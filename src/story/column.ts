/** A column of the records' table: what a handout, a reading page or a slide says of every record. */
export interface Column<Row> {
  /** Unique among the columns. */
  key: string
  /** Head of the column. */
  label: string
  /** Figures are set to the right. */
  numeric: boolean
  /** The cell's text; null where the source has no figure. */
  text(record: Row): string | null
}

/** The columns of a deck, and what is said where one has nothing to say. */
export interface Columns<Row> {
  all: readonly Column<Row>[]
  /** For example `no 2023 figure`. */
  missing: string
}
