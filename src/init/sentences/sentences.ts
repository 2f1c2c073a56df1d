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
  /** The source of a table that came from nowhere. */
  ownFigures: string
  /** What lies between two shares, and between two years. */
  points: string
  years: string
  /** Said in a cell that has no value. */
  missing: string
  opening: {
    /** How many are told, and by what they are ranked. */
    subtitle: string
    /** The same of the first of a longer list; the last brace is how many it has. */
    subtitleOfMore(all: string): string
    /** What is measured, how far it reaches, who says so. */
    measured: string
    guess: string
    notes: string
  }
  /** Before an act. */
  door: { scale: string; notes: string }
  ranking: { first: string; half: { below: string; above: string }; told: string; body: string; notes: string }
  table: { headline: string; caption: string; beginning: string; notes: string }
  sources: {
    headline: string
    source: string
    from: string
    care: string
    order: { largest: string; smallest: string; file: string }
    ties: string
    leftOut: string
    /** What is below the last that is told. */
    rest: string
    take: string
    notes: string
  }
  handout: { bars: string; lead: string; half: { below: string; above: string }; chart: string; contents: string }
}

/** The languages that a new deck may be written in. */
export const sentences = { en, de } satisfies Record<string, Sentences>

/** One of those languages. */
export type Language = keyof typeof sentences
