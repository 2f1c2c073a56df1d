import { join, parse, relative, sep } from 'node:path'
import { shown } from '../util/diagnostic.ts'
import { folderNames, isWithin, kindOf, listFiles, readBytes, sizeOf } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'
import { asset } from '../util/output-file.ts'
import { slug } from '../util/slug.ts'
import { type Format, formatOf } from './formats.ts'

/** What a slide may name by its address. */
export interface Wanted {
  /** What messages call it. */
  what: string
  formats: readonly Format[]
  /** The name of a file, for messages. */
  example: string
  /** In bytes. What is larger takes its readers minutes to load. */
  most: number
}

/** A file of the deck: its path relative to the deck's folder, its format by its name, and the path that pages know it by. */
export interface Located {
  file: string
  format: Format
  contents: Buffer
  path: string
}

/** Finds what a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and reads it. A fault has the path where the file need not be there yet. */
export function locateFile(
  folder: string,
  beside: string,
  address: string,
  wanted: Wanted,
): Located | { file?: string; fault: string } {
  const refused = refusal(address, wanted)
  if (refused !== undefined) return { fault: refused }
  const file = join(beside, address).replaceAll(sep, '/')
  if (file === '..' || file.startsWith('../'))
    return {
      fault: `found ${shown(address)}, which leads out of the deck's folder, expected a file in it; copy the ${wanted.what} there`,
    }
  const format = formatOf(file, wanted.formats)
  if (!format) return { fault: `found ${shown(address)}, expected a ${wanted.what}: ${endingsOf(wanted.formats)}`, file }
  const read = readFile(folder, beside, file, wanted)
  if (typeof read === 'string') return { file, fault: read }
  return { file, format, contents: read, path: asset(`${plainName(parse(file).name)}.${format.extensions[0]}`, read).path }
}

/** As authors read them: `.png, .jpg or .svg`. */
function endingsOf(formats: readonly Format[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(formats.map(({ extensions }) => `.${extensions[0]}`))
}

/** A name that every host and program can write. */
function plainName(name: string): string {
  return (
    slug(name)
      .match(/[a-z\d]+/g)
      ?.join('-') ?? 'picture'
  )
}

/** Why an address can be no file of the deck. */
function refusal(address: string, { what, example }: Wanted): string | undefined {
  if (address.trim() === '') return `found no address of a ${what}, expected the name of a file beside the slide`
  if (/^(?:[/\\]{2}|(?!file:)[a-z][a-z\d+.-]+:)/i.test(address))
    return `found the address ${shown(address)}, expected a file of the deck: pages request nothing from elsewhere; save the ${what} beside the slide`
  if (/^(?:[/\\]|file:|[a-z]:)/i.test(address))
    return `found the path ${shown(address)}, expected one from the slide's own folder, such as \`${example}\``
  return undefined
}

/** The bytes of a file, or why it cannot be taken. */
function readFile(folder: string, beside: string, file: string, wanted: Wanted): Buffer | string {
  const { what, most } = wanted
  const path = join(folder, file)
  const { dir, base } = parse(file)
  // A disk that takes capitals for small letters would find what another does not.
  const size = kindOf(path) === 'file' ? sizeOf(path) : undefined
  if (!namesIn(join(folder, dir)).includes(base) || size === undefined) return missing(folder, beside, file, wanted)
  if (!isWithin(folder, path))
    return `${shown(file)}: found a link to what lies outside the deck's folder, expected a file; copy the ${what} there`
  if (size > most)
    return `${shown(file)}: found ${Math.round(size / 1e6)} MB, expected at most ${most / 1e6} MB; make the ${what} smaller`
  return Buffer.from(readBytes(path) ?? [])
}

function missing(folder: string, beside: string, file: string, { what, formats }: Wanted): string {
  const { dir, base } = parse(file)
  const found = `found no file ${shown(file)}, expected a ${what} of the deck`
  const elsewhere = ['', ...folderNames(folder)].find((other) => kindOf(join(folder, other, base)) === 'file')
  if (elsewhere !== undefined)
    return `${found}; did you mean \`${relative(beside, join(elsewhere, base)).replaceAll(sep, '/')}\`?`
  return `${found}; ${suggest(
    base,
    namesIn(join(folder, dir)).filter((name) => formatOf(name, formats)),
  )}`
}

/** None where there is no folder. */
function namesIn(folder: string): string[] {
  return kindOf(folder) === 'folder' ? listFiles(folder) : []
}
