import { InputError, inOrder } from '../util/diagnostic.ts'

/** What other programs are told of a check. */
export interface CheckResult {
  /** Every mistake of the author's, file by file from the top; `line` and `column` count from 1 and are absent where none is known. */
  problems: readonly { file?: string; line?: number; column?: number; message: string }[]
}

/** Runs a check and resolves to what it found, as JSON. Rejects with whatever is not a mistake of the author's. */
export async function diagnosticsAsJson(check: () => Promise<void>): Promise<{ json: string; found: number }> {
  const diagnostics = await check().then(
    () => [],
    (error: unknown) => {
      if (error instanceof InputError) return inOrder(error.diagnostics)
      throw error
    },
  )
  const told = diagnostics.map(({ location, message }) => ({ ...location, message }))
  // What two outputs found is one diagnostic.
  const result: CheckResult = {
    problems: [...new Map(told.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()],
  }
  return { json: JSON.stringify(result, null, 2), found: result.problems.length }
}
