/** Exit codes of the errors that are expected, by their names. */
const CODES: Readonly<Record<string, number>> = { InputError: 1, UsageError: 2, EnvironmentError: 3 }
const TOO_FEW_FILES =
  'too few files may be open at once on this machine; allow more and build again: `ulimit -n 1024` in the shell that builds'
/** Exit code for a fault of the generator itself. */
const FAULT = 70

/** What is said of an error, and the exit code it ends with: expected errors say what to do, a bug shows its stack. */
export function describeFailure(error: unknown): { text: string; code: number } {
  // Whoever met it may have taken it for a mistake in the file that could not be opened.
  if (/\bE[MN]FILE\b/.test(String(error))) return { text: TOO_FEW_FILES, code: 3 }
  const missing = /The package "(@esbuild\/[\w-]+)" could not be found/.exec(String(error))?.[1]
  if (missing !== undefined)
    return {
      text: `found no ${missing}, which an install without optional packages leaves out; run \`npm install ${missing}\``,
      code: 3,
    }
  const code = error instanceof Error ? CODES[error.name] : undefined
  if (code !== undefined && error instanceof Error) return { text: error.message, code }
  if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd')
    return { text: 'the folder in which this was started is gone; start it in another one', code: 3 }
  const stack = error instanceof Error ? error.stack : String(error)
  return { text: `${stack}\n\nThis is a fault of the generator; please report it with the lines above.`, code: FAULT }
}
