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
    return location ? { place: placeOf(location, message), message } : { message }
  })
  return new InputError([...problems, ...[...sources.values()].flatMap((source) => source.problems)])
}

/** MDX's message without the sentence and the position around it. */
function withoutFrame(message: string): string {
  return message.replace(/^Cannot process MDX file with esbuild:\s*(?:\d+:\d+(?:-\d+:\d+)?: )?/, '').replaceAll('\n', ' ')
}

/** esbuild reports columns from 0; MDX puts some positions only into the text. */
function placeOf({ file, line, column }: esbuild.Location, message: string): Place {
  const inText = line === 0 || (line === 1 && column === 0) ? /\((\d+):(\d+)-\d+:\d+\)/.exec(message) : null
  return inText ? { file, line: Number(inText[1]), column: Number(inText[2]) } : { file, line, column: column + 1 }
}
