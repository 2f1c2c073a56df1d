import { resolve } from 'node:path'
import { InputError, inOrder, type Problem } from '../util/diagnostic.ts'
import { readText } from '../util/files.ts'

/** What is wrong, as the pages show it. */
export interface Mistake {
  /** `file:line:column`, as far as it is known. */
  place: string
  message: string
  /** The line itself. */
  source?: string
  /** 0-based position in the line. */
  at?: number
}

/** At most so many are shown at once; the terminal lists more. */
const MOST = 20
/** A longer line is no line of an author's. */
const LONGEST = 240

/** The mistakes behind an error, with their source lines. A fault of the generator is told with its stack. */
export async function mistakesOf(error: unknown, folder: string): Promise<Mistake[]> {
  if (error instanceof InputError) {
    const problems = inOrder(error.problems)
    const told = await Promise.all(problems.slice(0, MOST).map((problem) => mistakeOf(problem, folder)))
    const more = problems.length - told.length
    return more > 0 ? [...told, { place: '', message: `… and ${more} more` }] : told
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [{ place: 'This is a fault of the generator', message }]
}

async function mistakeOf({ place, message }: Problem, folder: string): Promise<Mistake> {
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
