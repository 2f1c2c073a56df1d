/** What a sentence is filled with, all of it printed. */
export type Fill = Readonly<Record<string, string>>

/** The sentences of one language. Names may be anything, so no sentence bends them or asks for their gender. */
export interface ClaimWords {
  forms: {
    first(fill: Fill): string
    firstBy(fill: Fill): string
    opens(fill: Fill): string
    passes(fill: Fill): string
    reaches(fill: Fill): string
    aboveZero(fill: Fill): string
    tie(fill: Fill): string
    above(fill: Fill): string
    below(fill: Fill): string
    ratio(fill: Fill): string
    widest(fill: Fill): string
    closest(fill: Fill): string
    beyondLast(fill: Fill): string
    told(fill: Fill): string
    timesLast(fill: Fill): string
    outweighs(fill: Fill): string
    share(fill: Fill): string
    passesShare(fill: Fill): string
    average(fill: Fill): string
    middle(fill: Fill): string
    groupEnters(fill: Fill): string
    groupTop(fill: Fill): string
    groupOnly(fill: Fill): string
    groupRun(fill: Fill): string
    factHighest(fill: Fill): string
    factLowest(fill: Fill): string
    factRank(fill: Fill): string
    factSoFar(fill: Fill): string
    textFact(fill: Fill): string
    remain(fill: Fill): string
    place(fill: Fill): string
    next(fill: Fill): string
    stands(fill: Fill): string
  }
  /** A quarter and a half of the records. */
  parts: Readonly<Record<'0.25' | '0.5', string>>
  /** A quarter, a half and three quarters of the total. */
  shares: Readonly<Record<'0.25' | '0.5' | '0.75', string>>
  /** `all 43`, or `the 41 with a figure`, after `of`. */
  all(count: string): string
  withFigure(count: string): string
  quoted(word: string): string
  /** A label within a sentence. */
  label(label: string): string
  notes(fill: Fill): string
  /** Said before a part of the countdown; `isEnd` where it is the last. */
  acts: {
    /** Stands between the ends of a span: `3 to 5 m`. */
    to: string
    span(fill: Fill, isEnd: boolean): string
    group(fill: Fill, isEnd: boolean): string
    stand(fill: Fill): string
    held(fill: Fill): string
  }
}
