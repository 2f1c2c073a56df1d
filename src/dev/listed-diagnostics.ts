import { resolve } from 'node:path'
import type { ListedDiagnostic } from '../client/live/overlay.ts'
import { type Diagnostic, InputError, inOrder } from '../util/diagnostic.ts'
import { readText } from '../util/files.ts'

/** At most so many are shown at once; the terminal lists more. */
const MOST = 20
/** A longer line is no line of an author's. */
const LONGEST = 240

/** The diagnostics of an error, with their source lines. A fault of the generator is shown with its stack. */
export async function listDiagnostics(error: unknown, folder: string): Promise<ListedDiagnostic[]> {
  if (error instanceof InputError) {
    const diagnostics = inOrder(error.diagnostics)
    const shown = await Promise.all(diagnostics.slice(0, MOST).map((diagnostic) => withSource(diagnostic, folder)))
    const more = diagnostics.length - shown.length
    return more > 0 ? [...shown, { location: '', message: `… and ${more} more` }] : shown
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [{ location: 'This is a fault of the generator', message }]
}

async function withSource({ location, message }: Diagnostic, folder: string): Promise<ListedDiagnostic> {
  const where = [location?.file, location?.line, location?.column].filter((part) => part !== undefined).join(':')
  const source = location?.line === undefined ? undefined : await lineAt(resolve(folder, location.file), location.line)
  return {
    location: where,
    message,
    ...(source !== undefined && { source }),
    ...(source !== undefined && location?.column !== undefined && { at: location.column - 1 }),
  }
}

/** Data files are named without their folder in some messages; then there is no line to show. */
async function lineAt(path: string, line: number): Promise<string | undefined> {
  const text = await readText(path).catch(() => undefined)
  const found = text?.split(/\r\n|\r|\n/)[line - 1]
  return found !== undefined && found.trim() !== '' && found.length <= LONGEST ? found : undefined
}
