import type { FontFace } from '../story/font.ts'
import type { DeckFont } from './deck-fonts.ts'
import { FAMILIES, ROLES, type Role } from './face.ts'
import { inRanges, type LetterSet, rangesOf } from './font-package.ts'
import { charactersOf, unusualLetters } from './letters.ts'
import { type FontLibrary, ownPackage } from './library.ts'

/** The faces of a text, and its letters that none has. */
export interface FontChoice {
  faces: FontFace[]
  missing: Set<string>
}

/** A letter that every story has. */
const WRITTEN = charactersOf('a')

/** The main faces of the story's families; whatever is written has them. */
export function baseFaces(roles: readonly Role[] = ROLES): FontFace[] {
  return roles.flatMap((role) => facesOf(role, ownPackage(role).set('latin')))
}

/** What fonts are chosen for beside a story's texts. */
export interface FontOptions {
  /** The deck's own. */
  fonts?: readonly DeckFont[]
  roles?: readonly Role[]
  /** Texts of formulas, for the role `math`. */
  formulas?: Iterable<string>
}

/**
 * Chooses the faces that texts need, the main ones among them: only files with a letter that is written. What was declared last is
 * asked first, so the story's own families come last. The deck's fonts come under their own names, too.
 */
export function chooseFonts(
  texts: Iterable<string>,
  library: FontLibrary,
  { fonts = [], roles = ROLES, formulas = [] }: FontOptions = {},
): FontChoice {
  const [written, calculated] = [lettersOf(texts), lettersOf(formulas)]
  const missing = new Set<string>()
  const faces = roles.flatMap((role) => facesFor(role, role === 'math' ? calculated : written, library, missing))
  const codes = new Set([...[...written].flatMap(charactersOf), ...WRITTEN])
  const asked = fonts.filter(({ ranges }) => ranges === undefined || [...codes].some((code) => inRanges(ranges, [code])))
  return { faces: [...asked, ...sorted(faces), ...baseFaces(roles)], missing }
}

function lettersOf(texts: Iterable<string>): Set<string> {
  const letters = new Set<string>()
  for (const text of texts) for (const letter of unusualLetters(text)) letters.add(letter)
  return letters
}

/** What was found for a role, and the characters it was found for. */
type Used = Map<string, { set: LetterSet; characters: Set<number> }>

function facesFor(role: Role, letters: ReadonlySet<string>, library: FontLibrary, missing: Set<string>): FontFace[] {
  const used: Used = new Map()
  for (const letter of letters) {
    const whole = library.find(letter, role)
    // Of a letter that no font has as a whole, each character may have one.
    const parts = whole ? [[letter, whole] as const] : [...letter].map((part) => [part, library.find(part, role)] as const)
    for (const [part, set] of parts) {
      if (set) note(used, set, part)
      else if (unusualLetters(part).length > 0) missing.add(letter)
    }
  }
  const own = ownPackage(role).set('latin').path(400)
  return [...used.values()].flatMap(({ set, characters }) =>
    set.path(400) === own ? [] : facesOf(role, { ...set, ranges: rangesOf(characters) }),
  )
}

function note(used: Used, set: LetterSet, letter: string): void {
  const path = set.path(400)
  const known = used.get(path) ?? { set, characters: new Set() }
  used.set(path, known)
  for (const character of charactersOf(letter)) known.characters.add(character)
}

function facesOf(role: Role, { path, ranges }: LetterSet): FontFace[] {
  const { family, weights } = FAMILIES[role]
  return weights.map((weight) => ({ family, weight, path: path(weight), ...(ranges !== undefined && { ranges }) }))
}

function sorted(faces: readonly FontFace[]): FontFace[] {
  const nameOf = ({ family, weight, path }: FontFace) => `${family} ${weight} ${path.slice(path.lastIndexOf('/'))}`
  return faces.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}
