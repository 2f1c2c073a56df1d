/** `window.countdown`: the public API of the deck and the reading page, for embedders and tests. */
export interface Countdown {
  /** Resolves when the first slide and its stage are drawn. */
  readonly ready: Promise<void>
  /** The current slide. */
  readonly step: { readonly index: number; readonly id: string }
  /** Goes to a slide and resolves when it is settled. Rejects with RangeError for an unknown id. */
  goTo(id: string): Promise<void>
  /** Resolves when no animation is running. */
  settled(): Promise<void>
  /** Whether changes are animated. */
  motion: boolean
}

declare global {
  interface Window {
    countdown: Countdown
  }
}
