import { en } from './english.ts'
import { de } from './german.ts'

/**
 * The words of a new deck in one language; braces hold the expression that stands there, as they do in MDX. Names may be
 * anything, so no sentence bends them or asks for their gender.
 */
export interface Sentences {
  /** BCP 47. */
  lang: string
  acts: { question: string; list: string; table: string; sources: string; numberOne: string }
  /** Stands between the ends of a span: `3 to 5 m`. */
  to: string
  /** The line below every chart. */
  source: string
  description: string
  /** Said in a cell that has no value. */
  missing: string
  opening: { headline: string; facts: string; guess: string; notes: string }
  /** Before an act: of several records, and of one. */
  door: {
    next(count: string, span: string): string
    last(count: string, span: string): string
    one: string
    onlyOne: string
    soFar(name: string, amount: string): string
    scale: string
    notes: string
  }
  /** The slide of a record that has no words of its own. */
  record: {
    first: string
    opens: string
    /** A round number reached, and one passed. */
    reaches: string
    past(mark: string): string
    level: string
    stands: string
    same: string
    difference: { more: string; less: string }
    /** The place of a record within its group. */
    inGroup(group: string): string
    notes: string
  }
  ranking: { first: string; half: { below: string; above: string }; told: string; body: string; notes: string }
  table: { headline: string; caption: string; beginning: string; notes: string }
  sources: {
    headline: string
    source: string
    from: string
    care: string
    order: { largest: string; smallest: string }
    ties: string
    leftOut: string
    take: string
    notes: string
  }
  handout: { bars: string; lead: string; half: { below: string; above: string }; chart: string; contents: string }
}

/** The languages that a new deck may be written in. */
export const sentences = { en, de } satisfies Record<string, Sentences>

/** One of those languages. */
export type Language = keyof typeof sentences
