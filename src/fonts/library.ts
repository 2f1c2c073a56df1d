import { OWN_FONTS } from '../util/machine.ts'
import type { DeckFont } from './deck-fonts.ts'
import { FAMILIES, nearestWeight, type Role } from './face.ts'
import {
  type FontPackage,
  findPackage,
  type LetterSet,
  type LetterSource,
  openFont,
  openPackage,
  sourceOf,
} from './font-package.ts'
import { drawnOf } from './letters.ts'
import { type Script, type Surroundings, scriptOf } from './scripts.ts'

/** All fonts that a deck may be set in: those of the story's families, the deck's own, and what is installed for other scripts. */
export interface FontLibrary {
  /** The names of the deck's own families. */
  families: ReadonlySet<string>
  /** The letters that have all characters of a letter (a grapheme cluster), for a role or one of these families; undefined where no font has. */
  find(cluster: string, face: string): LetterSet | undefined
  /** Width of a letter in thousandths of the font size; undefined where no font has it. */
  advance(cluster: string, face: string, weight: number): number | undefined
  /** The script of a letter, by which a font for it is named. */
  scriptOf(cluster: string): Script | undefined
}

/** What a library is made for. */
export interface LibraryOptions {
  /** Of the deck; its packages come before the machine's. */
  folder: string
  fonts: readonly DeckFont[]
  around: Surroundings
}

/** The package of one of the story's own families. */
export function ownPackage(role: Role): FontPackage {
  return machinePackage(FAMILIES[role].package)
}

/** A package that came with the machine. Throws when it was installed without it. */
export function machinePackage(name: string): FontPackage {
  const folder = findPackage(`@fontsource/${name}`, [OWN_FONTS])
  if (folder === undefined) throw new Error(`the package @fontsource/${name} is missing; install countdown-story anew`)
  return openPackage(folder)
}

/** Opens the library of a deck. What is installed is looked up when it is first asked for. */
export function createFontLibrary({ folder, fonts, around }: LibraryOptions): FontLibrary {
  const installed = new Map<string, FontPackage | undefined>()
  const packageOf = (name: string) => {
    if (!installed.has(name)) {
      const found = findPackage(`@fontsource/${name}`, [folder, OWN_FONTS])
      installed.set(name, found === undefined ? undefined : openPackage(found))
    }
    return installed.get(name)
  }
  const ofDeck = new Map(
    [...Map.groupBy(fonts, ({ family }) => family)].map(([family, faces]) => [family, sourceOf(setsOf(faces))]),
  )
  const own = new Map<string, LetterSource>([
    ...ofDeck,
    ['sans', ownPackage('sans')],
    ['serif', ownPackage('serif')],
    ['mono', ownPackage('mono')],
    ['math', ownPackage('math')],
  ])
  const script = (cluster: string) => scriptOf(cluster, around)
  const known = new Map<string, LetterSet | undefined>()

  function search(cluster: string, face: string): LetterSet | undefined {
    const codePoints = drawnOf(cluster)
    const others = () => (script(cluster)?.packages ?? []).flatMap((name) => packageOf(name) ?? [])
    const found = own.get(face)?.find(codePoints)
    if (found || face !== 'sans') return found ?? find(cluster, 'sans')
    for (const source of [...ofDeck.values(), ...others()]) {
      const other = source.find(codePoints)
      if (other) return other
    }
    return undefined
  }

  function find(cluster: string, face: string): LetterSet | undefined {
    const key = `${face} ${cluster}`
    if (!known.has(key)) known.set(key, search(cluster, face))
    return known.get(key)
  }

  function advance(cluster: string, face: string, weight: number): number | undefined {
    const path = find(cluster, face)?.path(weight)
    if (path === undefined) return undefined
    const widths = drawnOf(cluster).map((code) => openFont(path).advance(code))
    // A picture of several characters takes the room of one.
    if (script(cluster)?.name === 'emoji') return Math.max(...widths)
    return widths.reduce((sum, width) => sum + width, 0)
  }

  return { families: new Set(ofDeck.keys()), find, advance, scriptOf: script }
}

/** The faces of one family: those for the same characters, which differ by their weight, are one set. */
function setsOf(fonts: readonly DeckFont[]): LetterSet[] {
  return [...Map.groupBy(fonts, ({ ranges }) => ranges)].map(([ranges, faces]) => {
    const weights = faces.map(({ weight }) => weight)
    const path = (weight: number) => faces.find((font) => font.weight === nearestWeight(weights, weight))?.path ?? ''
    return { path, ...(ranges !== undefined && { ranges }) }
  })
}
