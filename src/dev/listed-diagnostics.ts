import { resolve } from 'node:path'
import type { ListedDiagnostic } from '../client/live/listed-diagnostic.ts'
import { InputError, inOrder, type Problem } from '../util/diagnostic.ts'
import { readText } from '../util/files.ts'

/** At most so many are shown at once; the terminal lists more. */
const MOST = 20
/** A longer line is no line of an author's. */
const LONGEST = 240

/** The mistakes behind an error, with their source lines. A fault of the generator is told with its stack. */
export async function mistakesOf(error: unknown, folder: string): Promise<ListedDiagnostic[]> {
  if (error instanceof InputError) {
    const problems = inOrder(error.problems)
    const told = await Promise.all(problems.slice(0, MOST).map((problem) => mistakeOf(problem, folder)))
    const more = problems.length - told.length
    return more > 0 ? [...told, { place: '', message: `… and ${more} more` }] : told
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [{ place: 'This is a fault of the generator', message }]
}

async function mistakeOf({ place, message }: Problem, folder: string): Promise<ListedDiagnostic> {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':')
  const source = place?.line === undefined ? undefined : await lineOf(resolve(folder, place.file), place.line)
  return {
    place: where,
    message,
    ...(source !== undefined && { source }),
    ...(source !== undefined && place?.column !== undefined && { at: place.column - 1 }),
  }
}

/** Data files are named without their folder in some messages; then there is no line to show. */
async function lineOf(path: string, line: number): Promise<string | undefined> {
  const text = await readText(path).catch(() => undefined)
  const found = text?.split(/\r\n|\r|\n/)[line - 1]
  return found !== undefined && found.trim() !== '' && found.length <= LONGEST ? found : undefined
}
