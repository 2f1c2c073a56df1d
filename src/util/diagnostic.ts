/** Where an author's mistake is: a file as the author knows it, and a 1-based line and column. */
export interface Location {
  file: string
  line?: number
  column?: number
}

/** One mistake of the author's, in one voice: what was found, what was expected, what to do. */
export interface Diagnostic {
  location?: Location
  message: string
  /** What the author has written that it is about, by which its line is found: an address, or words. */
  said?: string
  /** What the author's code threw, until it is known where. */
  cause?: unknown
}

/** The location of an offset in a file's text, whose first line has this number. */
export function locationIn(file: string, text: string, offset: number, firstLine = 1): Required<Location> {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length + firstLine - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** How many diagnostics are printed in full; the rest are only counted. */
const MOST_SHOWN = 20

/**
 * The author's input is wrong. Carries every diagnostic found, so that all are fixed in one go.
 * Modules of a deck throw it when they are evaluated, since a module cannot return a value.
 */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatDiagnostics(diagnostics))
    this.name = 'InputError'
    this.diagnostics = diagnostics
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

/** Prints a diagnostic as `file:line:column message`. */
export function formatDiagnostic({ location, message }: Diagnostic): string {
  if (!location) return visible(message)
  return visible(`${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')} ${message}`)
}

/** What would steer the terminal, such as a colour in a file's name, is written out. */
function visible(line: string): string {
  return line.replace(/[^\P{Cc}\n\t]/gu, escaped)
}

/** Prints diagnostics one a line, those of a file together and from its top, at most twenty of them, and how many there are. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const lines = [...new Set(inOrder(diagnostics).map(formatDiagnostic))]
  const printed = lines.slice(0, MOST_SHOWN)
  if (lines.length > MOST_SHOWN) printed.push(`… and ${lines.length - MOST_SHOWN} more`)
  if (lines.length > 1) printed.push(`${lines.length} problems`)
  return printed.join('\n')
}

/** Files in the order of their first diagnostic, each from top to bottom. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ location }) => location?.file))]
  return [...diagnostics].sort(
    (a, b) =>
      files.indexOf(a.location?.file) - files.indexOf(b.location?.file) ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0),
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
