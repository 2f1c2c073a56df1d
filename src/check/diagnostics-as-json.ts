import { InputError, inOrder } from '../util/diagnostic.ts'

/**
 * Runs a check and resolves to what it found, as JSON: every mistake of the author's, file by file from the top; `line` and `column`
 * count from 1 and are absent where none is known. Rejects with whatever is not a mistake of the author's.
 */
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
  const problems = [...new Map(told.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()]
  return { json: JSON.stringify({ problems }, null, 2), found: problems.length }
}
