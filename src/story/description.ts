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
  /** The record's figure, largest on the slide: `$1.1`, and the words that finish it: `billion tonnes`. */
  figure: { value: string; caption: string }
  /** Every fact of the record, in the same order for all. */
  facts: readonly Fact[]
  /** Where the record lies, where it lies anywhere. */
  locator?: Locator
  /** How far the count has come with this record, where a deck counts something: `9.8 % so far`. */
  soFar?: string
}

/** Describes a record by its id. Throws for an unknown one. */
export type Describe = (id: string) => Description
