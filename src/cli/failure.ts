/** Exit codes of the errors that are expected, by their names. */
const CODES: Readonly<Record<string, number>> = { InputError: 1, UsageError: 2, EnvironmentError: 3 }
/** Exit code for a fault of the generator itself. */
const FAULT = 70

/** What is said of an error, and the exit code it ends with: expected errors say what to do, a bug shows its stack. */
export function describeFailure(error: unknown): { text: string; code: number } {
  const code = error instanceof Error ? CODES[error.name] : undefined
  if (code !== undefined && error instanceof Error) return { text: error.message, code }
  if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd')
    return { text: 'the folder in which this was started is gone; start it in another one', code: 3 }
  const stack = error instanceof Error ? error.stack : String(error)
  return { text: `${stack}\n\nThis is a fault of the generator; please report it with the lines above.`, code: FAULT }
}
