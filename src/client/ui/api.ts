import type { StageMove } from '../player/player.ts'

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
  /**
   * The move from one slide's picture to another's, to be drawn at any time of it; the stage stays so until the next step is shown.
   * Throws RangeError for an unknown id, and Error before `ready`.
   */
  move(from: string, to: string): StageMove
  /** Whether changes are animated. */
  motion: boolean
}

declare global {
  interface Window {
    countdown: Countdown
  }
}
