import { parse } from 'node:path'
import type { Picture } from '../story/picture.ts'
import { asset } from '../util/asset.ts'
import { shown } from '../util/diagnostic.ts'
import { slug } from '../util/slug.ts'
import { ENDINGS, formatOf } from './formats.ts'
import { locateFile, type Wanted } from './locate-file.ts'
import { readPicture } from './read-picture.ts'

const PICTURE: Wanted = {
  what: 'picture',
  endings: ENDINGS,
  accepts: (file) => formatOf(file) !== undefined,
  most: 20e6,
}

/** What an address leads to: a picture, or why it does not. The file, relative to the deck's folder, need not be there yet. */
export type Finding = { file: string; picture: Picture } | { file?: string; fault: string }

/** Finds what a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and looks into it. */
export function findPicture(folder: string, beside: string, address: string): Finding {
  const located = locateFile(folder, beside, address, PICTURE)
  const format = formatOf(located.file ?? '')
  if ('fault' in located || !format) return located as { file?: string; fault: string }
  const { file, contents } = located
  const read = readPicture(contents, format)
  if ('fault' in read) {
    const { message, line, column } = read.fault
    return { file, fault: `${shown(line === undefined ? file : `${file}:${line}:${column}`)}: ${message}` }
  }
  const { width, height } = read
  const { path: own } = asset(`${plainName(parse(file).name)}.${format.extensions[0]}`, contents)
  return { file, picture: { path: own, contents, type: format.type, width, height } }
}

/** A name that every host and program can write. */
export function plainName(name: string): string {
  return (
    slug(name)
      .match(/[a-z\d]+/g)
      ?.join('-') ?? 'picture'
  )
}
