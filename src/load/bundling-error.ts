import type * as esbuild from 'esbuild'
import type { SlideSource } from '../mdx/source.ts'
import { type Diagnostic, InputError, type Location, shown } from '../util/diagnostic.ts'

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
  return message
    .replace(
      /^Could not parse expression with acorn/,
      'found `{` before what is no expression; close it with `}`, or write `\\{` for a brace',
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
  if (at >= 0) {
    const before = written.slice(0, at).split('\n')
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  // Of what MDX itself fails at it knows no line.
  const inText = line === 0 || (line === 1 && column === 0) ? /\((\d+):(\d+)-\d+:\d+\)/.exec(message) : null
  if (line === 0 && !inText) return { file }
  return inText ? { file, line: Number(inText[1]), column: Number(inText[2]) } : { file, line, column: column + 1 }
}
