/** What an author may say of the move into a step. */
export interface MoveWishes {
  /** How many stages at most. */
  stages?: number
  /** Of the whole move, in ms. */
  duration?: number
  /** Fields that tell what is the same in both charts. */
  key?: readonly string[]
}
