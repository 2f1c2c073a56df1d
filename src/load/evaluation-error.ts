import type { SourceMap } from 'node:module'
import { type Diagnostic, InputError, type Location, shown } from '../util/diagnostic.ts'
import { TookTooLong } from '../util/with-timeout.ts'
import { moduleStartedBy } from './module-lines.ts'

/** Folders that hold no module of the author's own. */
const FOREIGN = /^(?:\.\.\/|src\/|node_modules\/|countdown:)|\/node_modules\//

/** A bundle that was evaluated, as `deck.cjs`. */
export interface EvaluatedText {
  code: string
  /** Where its modules come from; without it they are only named. */
  map?: SourceMap | undefined
}

/** Where an author's module failed: what stands there in the bundle, when the location in the module itself is not known. */
interface Failure {
  location: Location
  compiled?: string
}

/** As `evaluationError`; what is known already to be an author's mistake is given the location of its cause. */
export function explained(error: unknown, bundle: EvaluatedText): unknown {
  if (!(error instanceof InputError)) return evaluationError(error, bundle)
  return new InputError(error.diagnostics.map((diagnostic) => withLocation(diagnostic, bundle)))
}

/** Whoever failed because of it is still named. */
function withLocation({ cause, ...diagnostic }: Diagnostic, bundle: EvaluatedText): Diagnostic {
  const { location } = (isOfBundle(cause) && failureIn(cause, bundle)) || {}
  if (location?.line === undefined) return diagnostic
  return { location, message: diagnostic.location ? `${diagnostic.location.file}: ${diagnostic.message}` : diagnostic.message }
}

/**
 * What a deck's modules threw, as an InputError that says where; a fault that no module of the deck had a part in, as it is.
 */
export function evaluationError(error: unknown, bundle: EvaluatedText): unknown {
  // The bundle has its own copy of the InputError class, so it is known by its name.
  if (error instanceof Error && error.name === 'InputError' && 'diagnostics' in error)
    return new InputError(error.diagnostics as Diagnostic[])
  if (!(error instanceof Error))
    return new InputError([{ message: `a module of the deck threw ${shown(String(error))}, expected it to leave its values` }])
  const found = failureIn(error, bundle)
  if (found) {
    const compiled = found.compiled === undefined ? '' : `; see ${shown(found.compiled)}`
    return new InputError([{ location: found.location, message: `failed: ${error.message}${compiled}` }])
  }
  if (error instanceof TookTooLong) return new InputError([{ message: `a module of the deck failed: ${error.message}` }])
  return error
}

/** Whether an error passed through a bundle. */
export function isOfBundle(error: unknown): error is Error {
  return error instanceof Error && error.stack?.includes('deck.cjs:') === true
}

/** The innermost line that an error passed through in one of the author's modules. */
function failureIn({ stack = '' }: Error, { code, map }: EvaluatedText): Failure | undefined {
  const lines = code.split('\n')
  for (const [, line, column] of stack.matchAll(/deck\.cjs:(\d+):(\d+)/g)) {
    const begin = lines.slice(0, Number(line)).findLast((text) => moduleStartedBy(text) !== undefined)
    const file = moduleStartedBy(begin ?? '')
    if (file === undefined || FOREIGN.test(file)) continue
    const location = map && locationIn(map, file, Number(line), Number(column))
    return location ? { location } : { location: { file }, compiled: lines[Number(line) - 1]?.trim() ?? '' }
  }
  return undefined
}

/** Slides reach the bundle compiled, so their locations in it are not their author's. */
function locationIn(map: SourceMap, file: string, line: number, column: number): Location | undefined {
  const entry = map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry) || entry.originalSource !== file || file.endsWith('.mdx')) return undefined
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
}
