import { join, parse, relative, sep } from 'node:path'
import type { Picture } from '../story/picture.ts'
import { asset } from '../util/asset.ts'
import { shown } from '../util/diagnostic.ts'
import { folderNames, isWithin, kindOf, listFiles, readBytes, sizeOf } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'
import { slug } from '../util/slug.ts'
import { ENDINGS, type Format, formatOf } from './formats.ts'
import { readPicture } from './read-picture.ts'

/** In bytes. What is larger takes its readers minutes to load. */
const MOST_BYTES = 20e6

/** What an address leads to: a picture, or why it does not. The file, relative to the deck's folder, need not be there yet. */
export type Finding = { file: string; picture: Picture } | { file?: string; fault: string }

/** Finds what a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and looks into it. */
export function findPicture(folder: string, beside: string, address: string): Finding {
  const refused = refusal(address)
  if (refused !== undefined) return { fault: refused }
  const file = join(beside, address).replaceAll(sep, '/')
  if (file === '..' || file.startsWith('../'))
    return {
      fault: `found ${shown(address)}, which leads out of the deck's folder, expected a file in it; copy the picture there`,
    }
  const format = formatOf(file)
  if (!format) return { fault: `found ${shown(address)}, expected a picture: ${ENDINGS}`, file }
  return { file, ...lookAt(folder, beside, file, format) }
}

/** Why an address can be no file of the deck. */
function refusal(address: string): string | undefined {
  if (address.trim() === '') return `found no address of a picture, expected the name of a file beside the slide`
  if (/^(?:[/\\]{2}|(?!file:)[a-z][a-z\d+.-]+:)/i.test(address))
    return `found the address ${shown(address)}, expected a file of the deck: pages request nothing from elsewhere; save the picture beside the slide`
  if (/^(?:[/\\]|file:|[a-z]:)/i.test(address))
    return `found the path ${shown(address)}, expected one from the slide's own folder, such as \`picture.jpg\``
  return undefined
}

function lookAt(folder: string, beside: string, file: string, format: Format): { picture: Picture } | { fault: string } {
  const path = join(folder, file)
  const { dir, base, name } = parse(file)
  // A disk that takes capitals for small letters would find what another does not.
  const size = kindOf(path) === 'file' ? sizeOf(path) : undefined
  if (!namesIn(join(folder, dir)).includes(base) || size === undefined) return { fault: missing(folder, beside, file) }
  if (!isWithin(folder, path))
    return {
      fault: `${shown(file)}: found a link to what lies outside the deck's folder, expected a file; copy the picture there`,
    }
  if (size > MOST_BYTES)
    return {
      fault: `${shown(file)}: found ${Math.round(size / 1e6)} MB, expected at most ${MOST_BYTES / 1e6} MB; make the picture smaller`,
    }
  const contents = Buffer.from(readBytes(path) ?? [])
  const read = readPicture(contents, format)
  if ('fault' in read) {
    const { message, line, column } = read.fault
    return { fault: `${shown(line === undefined ? file : `${file}:${line}:${column}`)}: ${message}` }
  }
  const { width, height } = read
  const { path: own } = asset(`${plainName(name)}.${format.extensions[0]}`, contents)
  return { picture: { path: own, contents, type: format.type, width, height } }
}

/** A name that every host and program can write. */
function plainName(name: string): string {
  return (
    slug(name)
      .match(/[a-z\d]+/g)
      ?.join('-') ?? 'picture'
  )
}

function missing(folder: string, beside: string, file: string): string {
  const { dir, base } = parse(file)
  const found = `found no file ${shown(file)}, expected a picture of the deck`
  const elsewhere = ['', ...folderNames(folder)].find((other) => kindOf(join(folder, other, base)) === 'file')
  if (elsewhere !== undefined)
    return `${found}; did you mean \`${relative(beside, join(elsewhere, base)).replaceAll(sep, '/')}\`?`
  const known = namesIn(join(folder, dir)).filter(formatOf)
  return `${found}; ${suggest(base, known)}`
}

/** None where there is no folder. */
function namesIn(folder: string): string[] {
  return kindOf(folder) === 'folder' ? listFiles(folder) : []
}
