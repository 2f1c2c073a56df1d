import type { SourceMap } from 'node:module'
import type * as esbuild from 'esbuild'
import type { SlideSource } from '../mdx/source.ts'
import { type Diagnostic, InputError, type Location, locationIn, shown } from '../util/diagnostic.ts'
import { RunawayCode } from '../util/with-timeout.ts'

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
  if (error instanceof RunawayCode) return new InputError([{ message: `a module of the deck failed: ${error.message}` }])
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
    const location = map && mappedLocation(map, file, Number(line), Number(column))
    return location ? { location } : { location: { file }, compiled: lines[Number(line) - 1]?.trim() ?? '' }
  }
  return undefined
}

/** Slides reach the bundle compiled, so their locations in it are not their author's. */
function mappedLocation(map: SourceMap, file: string, line: number, column: number): Location | undefined {
  const entry = map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry) || entry.originalSource !== file || file.endsWith('.mdx')) return undefined
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
}

/** What failed while a deck was bundled, as an InputError with every diagnostic found; other errors as they are. */
export function bundlingError(error: unknown, sources: ReadonlyMap<string, SlideSource>): unknown {
  if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) return error
  const found = error.errors as esbuild.Message[]
  // What the entry, which is ours, has to say mostly follows from what a module did.
  const ofTheDeck = found.filter(isOfTheDeck)
  const diagnostics = (ofTheDeck.length > 0 ? ofTheDeck : found).map((message) => diagnosticOf(message, sources))
  return new InputError([...diagnostics, ...[...sources.values()].flatMap((source) => source.diagnostics)])
}

function diagnosticOf(found: esbuild.Message, sources: ReadonlyMap<string, SlideSource>): Diagnostic {
  const { text, location, notes, pluginName } = found
  const message = [inOurVoice(text), ...notes.map((note) => note.text)]
    .filter((part) => !/^(?:The plugin |You can mark the path )/.test(part))
    .map(withoutFrame)
    .map(withoutParser)
    .join('; ')
  if (!location || !isOfTheDeck(found)) return { message }
  return {
    location: locationOf(location, message, pluginName.includes('mdx') ? undefined : sources.get(location.file)?.text),
    message,
  }
}

function isOfTheDeck({ location }: esbuild.Message): boolean {
  return location === null || !location.file.startsWith('countdown:')
}

/** Where esbuild speaks of its own settings, which an author does not have. */
function inOurVoice(text: string): string {
  if (text.includes('Maximum call stack size exceeded'))
    return 'found parts within parts too deep to be read, expected a few levels'
  const missing = /^Could not resolve "(.+)"$/.exec(text)?.[1]
  if (missing !== undefined) return `found no file or package ${shown(missing)}; correct its name`
  if (text.startsWith('Top-level await')) return 'found `await` outside a function, expected values that are there at once'
  const kind = /^No loader is configured for "(.+)" files: (.+)$/.exec(text)
  if (kind) return `found ${shown(kind[2] ?? '')}, expected a file that a deck can read: .ts, .tsx, .mdx, .csv or .json`
  return text
}

/** MDX's message without the sentence and the position around it. */
function withoutFrame(message: string): string {
  return message.replace(/^Cannot process MDX file with esbuild:\s*(?:\d+:\d+(?:-\d+:\d+)?: )?/, '').replaceAll('\n', ' ')
}

/** Acorn reads what stands between braces; an author need not know it. */
function withoutParser(message: string): string {
  const open = /^Expected a closing tag for `<(br|hr|img|input|wbr|col)\b[^`]*`/.exec(message)?.[1]
  if (open !== undefined) return `${message}; write \`<${open} />\``
  if (/^Unexpected character .* name, expected(?!.*\(note:)/.test(message)) return `${message}; write \`\\<\` for the sign itself`
  return message
    .replace(
      /^Could not parse expression with acorn/,
      'found `{` before what is no expression, such as attributes for the words before it; remove them, close it with `}`, or write `\\{` for a brace',
    )
    .replace(/^Could not parse import\/exports with acorn/, 'found an import or export that cannot be read')
}

/**
 * esbuild reports columns from 0; MDX puts some positions only into the text. In a slide that MDX has compiled esbuild means
 * the result, so what it points at, a name or an address, is looked up in the slide as `written`.
 */
function locationOf({ file, line, column, length, lineText }: esbuild.Location, message: string, written = ''): Location {
  const token = lineText.slice(column, column + length).replace(/^["']|["']$/g, '')
  const at = token === '' || written.split('\n')[line - 1] === lineText ? -1 : written.indexOf(token)
  if (at >= 0) return locationIn(file, written, at)
  // Of what MDX itself fails at it knows no line.
  const inText = line === 0 || (line === 1 && column === 0) ? /\((\d+):(\d+)-\d+:\d+\)/.exec(message) : null
  if (line === 0 && !inText) return { file }
  return inText ? { file, line: Number(inText[1]), column: Number(inText[2]) } : { file, line, column: column + 1 }
}

/** The module of a bundle whose brackets go deepest into each other; those in texts count, too, so that it is a guess. */
export function deepestModule(code: string): string | undefined {
  let module: string | undefined
  let depth = 0
  let most = 0
  let deepest: string | undefined
  for (const line of code.split('\n')) {
    const begun = moduleStartedBy(line)
    if (begun !== undefined) {
      module = begun
      depth = 0
    }
    for (const character of line) {
      if ('([{'.includes(character)) depth++
      else if (')]}'.includes(character)) depth--
      if (depth <= most) continue
      most = depth
      deepest = module
    }
  }
  return deepest
}

/** The module that a line of a bundle begins, relative to the deck's folder: esbuild puts a comment before each. */
function moduleStartedBy(line: string): string | undefined {
  return /^\s*\/\/ (\S.*\.\w+)$/.exec(line)?.[1]
}
