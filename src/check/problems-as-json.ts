import { InputError, inOrder } from '../util/diagnostic.ts'

/** What other programs are told of a check. */
export interface CheckResult {
  /** Every mistake of the author's, file by file from the top; `line` and `column` count from 1 and are absent where none is known. */
  problems: readonly { file?: string; line?: number; column?: number; message: string }[]
}

/** Runs a check and resolves to what it found, as JSON. Rejects with whatever is not a mistake of the author's. */
export async function problemsAsJson(check: () => Promise<void>): Promise<{ json: string; found: number }> {
  const problems = await check().then(
    () => [],
    (error: unknown) => {
      if (error instanceof InputError) return inOrder(error.problems)
      throw error
    },
  )
  const told = problems.map(({ place, message }) => ({ ...place, message }))
  // What two outputs found is one problem.
  const result: CheckResult = { problems: [...new Map(told.map((problem) => [JSON.stringify(problem), problem])).values()] }
  return { json: JSON.stringify(result, null, 2), found: result.problems.length }
}
