/** One fact of a record, as printed. */
export interface Fact {
  label: string
  value: string
  /** The source has no figure; `value` then says so in words. */
  missing?: boolean
}

/** A small map of where a record lies: paths in a box of so many units, with the place in its middle. */
export interface Locator {
  width: number
  height: number
  /** What lies around the place, and the place itself: values of an SVG path. */
  land: string
  place: string
  /** Radius of the ring around a place that is too small to be seen. */
  ring?: number
}

/** What a record's slide, step or row shows beside its chart. */
export interface Description {
  /**
   * The record's figure, largest on the slide: `$1.1`, and the words that finish it: `billion tonnes`; where the charts paint two
   * sides in two colours, the side whose colour it has.
   */
  figure: { value: string; caption: string; side?: 'start' | 'end' }
  /** Every fact of the record, in the same order for all. */
  facts: readonly Fact[]
  /** Where the record lies, where it lies anywhere. */
  locator?: Locator
  /** How far the count has come with this record, where a deck counts something: `9.8 % so far`. */
  soFar?: string
}

/** The classes of a record's figure. */
export function figureClass({ side }: Description['figure']): string {
  return side ? `big side-${side}` : 'big'
}

/** Describes a record by its id. Throws for an unknown one. */
export type Describe = (id: string) => Description

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

/** Numbers as the story prints them: one style, by locale, for prose, charts, alt texts and PDFs alike. */
export interface Format {
  /** Money as printed: `$1.1 billion`, `$425.3 million`, `$6,173`. */
  money(amount: number): string
  /** The same in billions whatever the size: `$1,337.3 billion`. In a language without a word for billions, as `money`. */
  billions(amount: number): string
  /** A ratio of 1 as per cent: 0.116 is `12 %`; under 10 % with one decimal. */
  percent(ratio: number): string
  /** A factor: 4.83 is `4.8×`; from 10 up without decimals. */
  times(factor: number): string
  /** A whole number with grouping. */
  count(value: number): string
  /**
   * A date as the language writes it out: `2025-04-26` is `April 26, 2025`, `2025-04` is `April 2025`, `2025` is `2025`. Throws
   * RangeError for a text that is no ISO 8601 date.
   */
  date(iso: string): string
}
