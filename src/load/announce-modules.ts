import { isOfTheDeck } from './evaluation-error.ts'

/** How esbuild begins a module that is evaluated when it is asked for. */
const WRAPPER = /^var \w+ = __esm\(\{$/
const OPENING = /^ {2}"((?:[^"\\]|\\.)+)"\(\) \{$/
/** What stands there before the module's own code. */
const IMPORT = /^ {4}(?:init_\w+\(\)|import_\w+ = __toESM\(require_\w+\(\)(?:, 1)?\));$/

/** A bundle whose modules of the deck call `announce` with their name before their own code runs; every line is where it was. */
export function announceModules(code: string, announce: string): string {
  let module: string | undefined
  let before = ''
  const announced = (line: string): string => {
    const opened = WRAPPER.test(before) ? OPENING.exec(line)?.[1] : undefined
    if (opened !== undefined && isOfTheDeck(opened)) module = opened
    else if (!IMPORT.test(line)) module = undefined
    before = line
    return module === undefined ? line : `${line} ${announce}("${module}");`
  }
  return code.split('\n').map(announced).join('\n')
}
