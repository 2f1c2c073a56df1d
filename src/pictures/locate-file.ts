import { join, parse, relative, sep } from 'node:path'
import { shown } from '../util/diagnostic.ts'
import { folderNames, isWithin, kindOf, listFiles, readBytes, sizeOf } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'

/** What a slide may name by its address. */
export interface Wanted {
  /** What messages call it. */
  what: string
  /** How its files end, as authors read it, and whether one does. */
  endings: string
  accepts(file: string): boolean
  /** In bytes. What is larger takes its readers minutes to load. */
  most: number
}

/** A file of the deck, or why there is none. Its path, relative to the deck's folder, is told where it need not be there yet. */
export type LocatedFile = { file: string; contents: Buffer } | { file?: string; fault: string }

/** Finds what a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and reads it. */
export function locateFile(folder: string, beside: string, address: string, wanted: Wanted): LocatedFile {
  const refused = refusal(address, wanted)
  if (refused !== undefined) return { fault: refused }
  const file = join(beside, address).replaceAll(sep, '/')
  if (file === '..' || file.startsWith('../'))
    return {
      fault: `found ${shown(address)}, which leads out of the deck's folder, expected a file in it; copy the ${wanted.what} there`,
    }
  if (!wanted.accepts(file)) return { fault: `found ${shown(address)}, expected a ${wanted.what}: ${wanted.endings}`, file }
  return { file, ...read(folder, beside, file, wanted) }
}

/** Why an address can be no file of the deck. */
function refusal(address: string, { what }: Wanted): string | undefined {
  if (address.trim() === '') return `found no address of a ${what}, expected the name of a file beside the slide`
  if (/^(?:[/\\]{2}|(?!file:)[a-z][a-z\d+.-]+:)/i.test(address))
    return `found the address ${shown(address)}, expected a file of the deck: pages request nothing from elsewhere; save the ${what} beside the slide`
  if (/^(?:[/\\]|file:|[a-z]:)/i.test(address))
    return `found the path ${shown(address)}, expected one from the slide's own folder, such as \`${EXAMPLES[what] ?? 'picture.jpg'}\``
  return undefined
}

const EXAMPLES: Readonly<Record<string, string>> = { video: 'video.mp4', sound: 'sound.mp3', 'file of captions': 'captions.vtt' }

function read(folder: string, beside: string, file: string, wanted: Wanted): { contents: Buffer } | { fault: string } {
  const { what, most } = wanted
  const path = join(folder, file)
  const { dir, base } = parse(file)
  // A disk that takes capitals for small letters would find what another does not.
  const size = kindOf(path) === 'file' ? sizeOf(path) : undefined
  if (!namesIn(join(folder, dir)).includes(base) || size === undefined) return { fault: missing(folder, beside, file, wanted) }
  if (!isWithin(folder, path))
    return {
      fault: `${shown(file)}: found a link to what lies outside the deck's folder, expected a file; copy the ${what} there`,
    }
  if (size > most)
    return {
      fault: `${shown(file)}: found ${Math.round(size / 1e6)} MB, expected at most ${most / 1e6} MB; make the ${what} smaller`,
    }
  return { contents: Buffer.from(readBytes(path) ?? []) }
}

function missing(folder: string, beside: string, file: string, { what, accepts }: Wanted): string {
  const { dir, base } = parse(file)
  const found = `found no file ${shown(file)}, expected a ${what} of the deck`
  const elsewhere = ['', ...folderNames(folder)].find((other) => kindOf(join(folder, other, base)) === 'file')
  if (elsewhere !== undefined)
    return `${found}; did you mean \`${relative(beside, join(elsewhere, base)).replaceAll(sep, '/')}\`?`
  return `${found}; ${suggest(base, namesIn(join(folder, dir)).filter(accepts))}`
}

/** None where there is no folder. */
function namesIn(folder: string): string[] {
  return kindOf(folder) === 'folder' ? listFiles(folder) : []
}
