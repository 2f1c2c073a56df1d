import { join, relative } from 'node:path'
import type { FontDeclaration } from '../story/font.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { isWithin, kindOf } from '../util/files.ts'
import { FAMILIES, nearestWeight } from './face.ts'
import { findPackage, openFont, openPackage } from './font-package.ts'

/** A font file of a deck, or of a package that it names, found. */
export interface DeckFont {
  family: string
  weight: number
  /** Absolute. */
  path: string
  /** For which characters it is, where its package says so. */
  ranges?: string
}

/** What a declaration leads to: its faces or what is wrong, and the file that decides, relative to the deck's folder. */
interface Found {
  fonts: DeckFont[]
  file: string
  fault?: string
}

/** Finds the font files and packages that a deck or its theme names, and looks into them. */
export function findDeckFonts(
  folder: string,
  declared: readonly (FontDeclaration | string)[] = [],
): { fonts: DeckFont[]; files: string[]; diagnostics: Diagnostic[] } {
  const found = declared.map((font) => (typeof font === 'string' ? findInPackage(folder, font) : findFile(folder, font)))
  return {
    fonts: found.flatMap(({ fonts }) => fonts),
    files: found.map(({ file }) => file),
    diagnostics: found.flatMap(({ fault }) =>
      fault === undefined ? [] : [{ location: { file: 'slides/deck.ts' }, message: `fonts: ${fault}` }],
    ),
  }
}

function findFile(folder: string, declared: FontDeclaration): Found {
  const { family, weight, file } = declared
  const fault = faultOf(folder, declared)
  return fault === undefined ? { fonts: [{ family, weight, path: join(folder, file) }], file } : { fonts: [], file, fault }
}

/** The weights that style sheets use, or what the package has nearest to them. */
function findInPackage(folder: string, name: string): Found {
  const place = findPackage(name, [folder])
  if (place === undefined) {
    const fault = `found no package ${shown(name)} of fontsource; run \`npm install ${name}\` in the deck's folder, or correct its name`
    return { fonts: [], file: `node_modules/${name}/metadata.json`, fault }
  }
  const { family, weights, subsets, set } = openPackage(place)
  const used = new Set(FAMILIES.sans.weights.map((weight) => nearestWeight(weights, weight)))
  const fonts = subsets
    .map(set)
    .flatMap((letters) => [...used].map((weight) => ({ family, weight, ...letters, path: letters.path(weight) })))
  return { fonts, file: relative(folder, join(place, 'metadata.json')) }
}

function faultOf(folder: string, { file }: FontDeclaration): string | undefined {
  const path = join(folder, file)
  if (kindOf(path) !== 'file')
    return `found no file ${shown(file)}, expected a font in the deck's folder, such as \`fonts/name.woff2\``
  if (!isWithin(folder, path))
    return `found ${shown(file)}, which is outside the deck's folder, expected a file in it; copy the font there`
  try {
    const { fault } = openFont(path)
    if (fault === undefined) return undefined
    return `found ${fault} in ${shown(file)}, expected a static TrueType face, which documents keep as text; save one, as .ttf, .woff or .woff2`
  } catch {
    return `found no font in ${shown(file)}, expected a .woff2, .woff or .ttf file; save it anew`
  }
}
