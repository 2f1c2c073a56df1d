import type * as esbuild from 'esbuild'
import type { SlideSource } from '../mdx/source.ts'
import { InputError, type Place, type Problem } from '../problem.ts'

/** What failed while a deck was bundled, as an InputError with every problem found; other errors as they are. */
export function bundlingError(error: unknown, sources: ReadonlyMap<string, SlideSource>): unknown {
  if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) return error
  const problems = (error.errors as esbuild.Message[]).map(({ text, location, notes }): Problem => {
    const message = [text, ...notes.map((note) => note.text)]
      .filter((part) => !part.startsWith('The plugin '))
      .map(withoutFrame)
      .join('; ')
    return location ? { place: placeOf(location, message, sources.get(location.file)?.text), message } : { message }
  })
  return new InputError([...problems, ...[...sources.values()].flatMap((source) => source.problems)])
}

/** MDX's message without the sentence and the position around it. */
function withoutFrame(message: string): string {
  return message.replace(/^Cannot process MDX file with esbuild:\s*(?:\d+:\d+(?:-\d+:\d+)?: )?/, '').replaceAll('\n', ' ')
}

/**
 * esbuild reports columns from 0; MDX puts some positions only into the text. In a slide that MDX has compiled esbuild means
 * the result, so what it points at, a name or an address, is looked up in the slide as `written`.
 */
function placeOf({ file, line, column, length, lineText }: esbuild.Location, message: string, written = ''): Place {
  const token = lineText.slice(column, column + length).replace(/^["']|["']$/g, '')
  const at = token === '' || written.split('\n')[line - 1] === lineText ? -1 : written.indexOf(token)
  if (at >= 0) {
    const before = written.slice(0, at).split('\n')
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  const inText = line === 0 || (line === 1 && column === 0) ? /\((\d+):(\d+)-\d+:\d+\)/.exec(message) : null
  return inText ? { file, line: Number(inText[1]), column: Number(inText[2]) } : { file, line, column: column + 1 }
}
