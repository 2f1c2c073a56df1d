/** A piece of a deck's work: the file whose code does it, and what that is. */
export interface Work {
  file?: string
  what?: string
}

let listener: ((work: Work) => void) | undefined

/** Told at the start of each piece of work that a deck's own code may never end. Where nobody listens, nothing is told. */
export const progress = {
  at: (work: Work): void => listener?.(work),
}

/** Whom this thread tells what it is at. */
export function follow(listens: (work: Work) => void): void {
  listener = listens
}
