import { basename, extname } from 'node:path'
import { fontBytes } from '../fonts/font-file.ts'
import { formatOf } from '../fonts/font-rules.ts'
import type { FontFace } from '../story/font.ts'
import { asset } from '../util/asset.ts'
import type { OutputFile } from '../util/output-file.ts'
import { slug } from '../util/slug.ts'
import { packageName, packageOf } from './licences/package-of.ts'
import { dataUrl } from './picture-files.ts'

/** A font as a file of the outputs. */
export function fontAsset(path: string, root: string): OutputFile {
  const ending = extname(path)
  const file = asset(`${slug(basename(path, ending)) || 'font'}${ending.toLowerCase()}`, fontBytes(path))
  return { ...file, packages: [...fontPackages([{ path }], root).keys()] }
}

/** A font as an address of its own. */
export function inlineFont(path: string): string {
  return dataUrl(formatOf(path).type, fontBytes(path))
}

/** The packages that faces come from, their folders by their names; a font file of the deck's own comes from none. */
export function fontPackages(fonts: readonly Pick<FontFace, 'path'>[], root: string): Map<string, string> {
  const folders = fonts.flatMap(({ path }) => packageOf(path) ?? [])
  return new Map(folders.map((folder) => [packageName(folder, root), folder]))
}
