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
  /** What the author's code threw, until it is known where. */
  cause?: unknown
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
  override readonly name: string = 'EnvironmentError'
}

/** There is no browser to print with; everything else can still be made. */
export class NoBrowserError extends EnvironmentError {}

/** The command line was used wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Prints a problem as `file:line:column message`. */
export function formatProblem({ place, message }: Problem): string {
  if (!place) return visible(message)
  return visible(`${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')} ${message}`)
}

/** What would steer the terminal, such as a colour in a file's name, is written out. */
function visible(line: string): string {
  return line.replace(/[^\P{Cc}\n\t]/gu, escaped)
}

/** Prints problems one a line, those of a file together and from its top, at most twenty of them, and how many there are. */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = [...new Set(inOrder(problems).map(formatProblem))]
  const printed = lines.slice(0, MOST_SHOWN)
  if (lines.length > MOST_SHOWN) printed.push(`… and ${lines.length - MOST_SHOWN} more`)
  if (lines.length > 1) printed.push(`${lines.length} problems`)
  return printed.join('\n')
}

/** Files in the order of their first problem, each from top to bottom. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ place }) => place?.file))]
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.place?.file) - files.indexOf(b.place?.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  )
}

/** How much of a value is shown; enough to find it. Paths are shown whole. */
const MOST_CHARACTERS = 60

/** A value as messages show it: in backticks, cut when long, invisible characters as `\\u200b`; `nothing` when empty. */
export function shown(value: string, most = MOST_CHARACTERS): string {
  if (value === '') return 'nothing'
  const cut = value.length > most ? `${value.slice(0, most).toWellFormed()}…` : value
  return `\`${cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0]/gu, escaped)}\``
}

function escaped(character: string): string {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character]
  return short ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
