import { join } from 'node:path'
import type { Place, Problem } from '../../util/diagnostic.ts'
import { readText } from '../../util/files.ts'
import type { HandoutFault } from './check-sheets.ts'

/** The author's own modules that may say something of a handout. */
const MODULES = /^slides\/[^/]*handout[^/]*\.tsx?$|^slides\/deck\.ts$/
/** Where a deck usually keeps it. */
const USUAL = 'slides/handout.ts'

/** Mistakes with the place where they are made: the file at least, and line and column of a name that is written once. `inputs` are the deck's files. */
export async function placeFaults(
  faults: readonly HandoutFault[],
  folder: string,
  inputs: readonly string[],
): Promise<Problem[]> {
  if (faults.length === 0) return []
  const files = inputs.filter((file) => MODULES.test(file))
  // What has been deleted meanwhile says nothing.
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readText(join(folder, file)).catch(() => '') })))
  const usual = files.includes(USUAL) ? USUAL : 'slides/deck.ts'
  return faults.map(({ name, ...problem }) => ({
    place: (name !== undefined && onlyPlace(name, texts)) || { file: usual },
    ...problem,
  }))
}

function onlyPlace(name: string, texts: readonly { file: string; text: string }[]): Place | undefined {
  const places = texts.flatMap(({ file, text }) => placesIn(text, name).map((place) => ({ file, ...place })))
  return places.length === 1 ? places[0] : undefined
}

/** Every place where a text is quoted in a module. */
function placesIn(module: string, text: string): Omit<Required<Place>, 'file'>[] {
  return module
    .split('\n')
    .flatMap((line, index) =>
      [`'${text}'`, `"${text}"`, `\`${text}\``].flatMap((quoted) =>
        line.includes(quoted) ? [{ line: index + 1, column: line.indexOf(quoted) + 1 }] : [],
      ),
    )
}
