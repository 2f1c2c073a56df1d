import type { StageState } from '../../story/mark.ts'

/**
 * A move between two states, as pictures that it comes through. All have the same marks: the first looks as the state before, with what is
 * to come unseen in it, the last as the state after, with what has left unseen.
 */
export interface Move {
  /** One more than there are stages. */
  keyframes: readonly StageState[]
  /** How long each stage takes, in ms. */
  durations: readonly number[]
}

/** What an author may say of the move into a step. */
export interface MoveWishes {
  /** How many stages at most. */
  stages?: number
  /** Of the whole move, in ms. */
  duration?: number
  /** Fields that tell what is the same in both charts. */
  key?: readonly string[]
}
