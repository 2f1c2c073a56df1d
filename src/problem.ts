/** Where an author's mistake is: a file as the author knows it, and a 1-based line and column. */
export interface Place {
  file: string
  line?: number
  column?: number
}

/** One mistake of the author's, in one voice: what was found, what was expected, what to do. */
export interface Problem {
  place?: Place
  message: string
}

/** How many problems are printed in full; the rest are only counted. */
const MOST_SHOWN = 20

/**
 * The author's input is wrong. Carries every problem found, so that all are fixed in one go.
 * Modules of a deck throw it when they are evaluated, since a module cannot return a value.
 */
export class InputError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems))
    this.name = 'InputError'
    this.problems = problems
  }
}

/** The machine lacks something (a browser, disk space); `message` says what to do about it. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/** The command line was used wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Prints a problem as `file:line:column message`. */
export function formatProblem({ place, message }: Problem): string {
  if (!place) return message
  return `${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')} ${message}`
}

/** Prints problems one a line, at most twenty of them, and how many there are. */
export function formatProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, MOST_SHOWN).map(formatProblem)
  if (problems.length > MOST_SHOWN) shown.push(`… and ${problems.length - MOST_SHOWN} more`)
  if (problems.length > 1) shown.push(`${problems.length} problems`)
  return shown.join('\n')
}
