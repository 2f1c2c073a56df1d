import { join } from 'node:path'
import type { FontDeclaration } from '../story/font.ts'
import { type Problem, shown } from '../util/diagnostic.ts'
import { isWithin, kindOf } from '../util/files.ts'
import { openFont } from './font-file.ts'

/** A font file of a deck, found. */
export interface DeckFont {
  family: string
  weight: number
  /** Absolute. */
  path: string
}

/** Finds the font files that a deck names, and looks into them. */
export function findDeckFonts(
  folder: string,
  declared: readonly FontDeclaration[] = [],
): { fonts: DeckFont[]; files: string[]; problems: Problem[] } {
  const found = declared.map((font) => ({ font, fault: faultOf(folder, font) }))
  return {
    fonts: found.flatMap(({ font: { family, weight, file }, fault }) =>
      fault === undefined ? [{ family, weight, path: join(folder, file) }] : [],
    ),
    files: declared.map(({ file }) => file),
    problems: found.flatMap(({ fault }, index) =>
      fault === undefined ? [] : [{ place: { file: 'slides/deck.ts' }, message: `fonts[${index}].file: ${fault}` }],
    ),
  }
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
