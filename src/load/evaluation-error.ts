import { InputError, type Problem, shown } from '../problem.ts'
import { TookTooLong } from './in-time.ts'

/** A comment with which esbuild begins the part of a bundle that a module has become. */
const MODULE = /^\s*\/\/ (\S.*\.\w+)$/

/** Folders that hold no module of the author's own. */
const FOREIGN = /^(?:\.\.\/|src\/|node_modules\/|countdown:)|\/node_modules\//

/**
 * What a deck's modules threw while they were evaluated, as an InputError that names the module and the code; a fault that no
 * module of the deck had a part in, as it is.
 *
 * @param code the bundle that was evaluated, as `deck.cjs`
 */
export function evaluationError(error: unknown, code: string): unknown {
  // The bundle has its own copy of the InputError class, so it is known by its name.
  if (error instanceof Error && error.name === 'InputError' && 'problems' in error)
    return new InputError(error.problems as Problem[])
  if (!(error instanceof Error))
    return new InputError([{ message: `a module of the deck threw ${shown(String(error))}, expected it to leave its values` }])
  if (error instanceof TookTooLong) return new InputError([{ message: `a module of the deck failed: ${error.message}` }])
  const at = placeIn(code.split('\n'), error.stack ?? '')
  if (!at) return error
  return new InputError([{ place: { file: at.file }, message: `failed: ${error.message}; see ${shown(at.text)}` }])
}

/** The innermost line that an error passed through in one of the author's modules. */
function placeIn(lines: readonly string[], stack: string): { file: string; text: string } | undefined {
  for (const [, number] of stack.matchAll(/deck\.cjs:(\d+):\d+/g)) {
    const begin = lines.slice(0, Number(number)).findLast((line) => MODULE.test(line))
    const file = MODULE.exec(begin ?? '')?.[1]
    if (file !== undefined && !FOREIGN.test(file)) return { file, text: lines[Number(number) - 1]?.trim() ?? '' }
  }
  return undefined
}
