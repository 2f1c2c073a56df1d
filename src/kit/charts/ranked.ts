import type { RankedRecord } from '../../story/deck.ts'

/** What a chart of one value by rank is made from. */
export interface Ranked<Row extends RankedRecord> {
  /** In the order of telling: the last rank first, #1 last. */
  records: readonly Row[]
  /** What the bars show. Bars are linear and start at zero, unless `placing` makes them dots. */
  value(record: Row): number
  /** Prints a value with its unit, for example `8,849 m`. */
  print: Print
  /** Dots close around the values (`near`) or by magnitude (`log`), where bars from zero would look all alike or mostly empty. */
  placing?: 'near' | 'log'
  /** What several records have in common; two to five of such groups have colours of their own, on bars. */
  group?(record: Row): string | null
  /** Says what the bars show, for example `Height`. */
  title: string
  /** Language of what charts say of themselves (BCP 47); English unless given. */
  lang?: string
}

/** Prints a value with its unit; beside the marks of a scale in a way of its own, where it has one. */
export interface Print {
  (value: number): string
  mark?(value: number): string
}
