import { join } from 'node:path'
import type { Diagnostic, Location } from '../../util/diagnostic.ts'
import { readText } from '../../util/files.ts'
import type { HandoutFault } from './check-sheets.ts'

/** The author's own modules that may say something of a handout. */
const MODULES = /^slides\/[^/]*handout[^/]*\.tsx?$|^slides\/deck\.ts$/
/** Where a deck usually keeps it. */
const USUAL = 'slides/handout.ts'

/** Mistakes with the location where they are made: the file at least, and line and column of a name that is written once. `inputs` are the deck's files. */
export async function placeFaults(
  faults: readonly HandoutFault[],
  folder: string,
  inputs: readonly string[],
): Promise<Diagnostic[]> {
  if (faults.length === 0) return []
  const files = inputs.filter((file) => MODULES.test(file))
  // What has been deleted meanwhile says nothing.
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readText(join(folder, file)).catch(() => '') })))
  const usual = files.includes(USUAL) ? USUAL : 'slides/deck.ts'
  return faults.map(({ name, ...diagnostic }) => ({
    location: (name !== undefined && onlyLocation(name, texts)) || { file: usual },
    ...diagnostic,
  }))
}

function onlyLocation(name: string, texts: readonly { file: string; text: string }[]): Location | undefined {
  const locations = texts.flatMap(({ file, text }) => locationsIn(text, name).map((location) => ({ file, ...location })))
  return locations.length === 1 ? locations[0] : undefined
}

/** Every location where a text is quoted in a module. */
function locationsIn(module: string, text: string): Omit<Required<Location>, 'file'>[] {
  return module
    .split('\n')
    .flatMap((line, index) =>
      [`'${text}'`, `"${text}"`, `\`${text}\``].flatMap((quoted) =>
        line.includes(quoted) ? [{ line: index + 1, column: line.indexOf(quoted) + 1 }] : [],
      ),
    )
}
