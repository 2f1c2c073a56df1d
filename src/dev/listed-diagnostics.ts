import { resolve } from 'node:path'
import type { ListedDiagnostic } from '../client/live/overlay.ts'
import { InputError, inOrder, type Problem } from '../util/diagnostic.ts'
import { readText } from '../util/files.ts'

/** At most so many are shown at once; the terminal lists more. */
const MOST = 20
/** A longer line is no line of an author's. */
const LONGEST = 240

/** The diagnostics of an error, with their source lines. A fault of the generator is shown with its stack. */
export async function listDiagnostics(error: unknown, folder: string): Promise<ListedDiagnostic[]> {
  if (error instanceof InputError) {
    const problems = inOrder(error.problems)
    const shown = await Promise.all(problems.slice(0, MOST).map((problem) => withSource(problem, folder)))
    const more = problems.length - shown.length
    return more > 0 ? [...shown, { location: '', message: `… and ${more} more` }] : shown
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [{ location: 'This is a fault of the generator', message }]
}

async function withSource({ place, message }: Problem, folder: string): Promise<ListedDiagnostic> {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':')
  const source = place?.line === undefined ? undefined : await lineAt(resolve(folder, place.file), place.line)
  return {
    location: where,
    message,
    ...(source !== undefined && { source }),
    ...(source !== undefined && place?.column !== undefined && { at: place.column - 1 }),
  }
}

/** Data files are named without their folder in some messages; then there is no line to show. */
async function lineAt(path: string, line: number): Promise<string | undefined> {
  const text = await readText(path).catch(() => undefined)
  const found = text?.split(/\r\n|\r|\n/)[line - 1]
  return found !== undefined && found.trim() !== '' && found.length <= LONGEST ? found : undefined
}
