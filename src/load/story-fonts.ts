import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { baseFaces, chooseFonts } from '../fonts/choose-fonts.ts'
import type { DeckFont } from '../fonts/deck-fonts.ts'
import { fontBytes } from '../fonts/font-package.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { SlideSource } from '../mdx/source.ts'
import type { Deck } from '../story/deck.ts'
import type { FontFace } from '../story/font.ts'
import type { Slide, Track } from '../story/story.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import { STYLE_FILE } from './deck-style.ts'
import { missingLetters } from './missing-letters.ts'
import { otherTexts, rolesOf, shownTexts } from './story-texts.ts'

/** Where the fonts of a story come from, and what tells where its letters are written. */
export interface FontSources {
  library: FontLibrary
  /** The deck's own. */
  fonts: readonly DeckFont[]
  sources: ReadonlyMap<string, SlideSource>
  /** The deck's own style sheet, which may write letters. */
  rules?: string | undefined
}

/** Chooses the faces of everything that readers of a story see; letters that no font has are diagnostics. */
export function storyFonts(
  deck: Deck,
  slides: readonly Slide[],
  track: Track,
  { library, fonts, sources, rules = '' }: FontSources,
): { faces: FontFace[]; diagnostics: Diagnostic[] } {
  const told = [...shownTexts(deck, slides, track), { file: STYLE_FILE, texts: [rules] }]
  const { faces, missing } = chooseFonts([...told.flatMap(({ texts }) => texts), ...otherTexts(deck, slides)], library, {
    fonts,
    roles: rolesOf(slides),
    formulas: told.flatMap(({ formulas = [] }) => formulas),
  })
  return { faces, diagnostics: missingLetters(missing, told, library, sources) }
}

/** What tells the fonts of one story from those of another; empty where it has the main ones alone. */
export function fontDigest(faces: readonly FontFace[]): string {
  const base = new Set(baseFaces().map(({ path }) => path))
  const others = [...new Set(faces.map(({ path }) => path))].filter((path) => !base.has(path))
  return others.map((path) => `${basename(path)} ${hash('sha256', fontBytes(path))}`).join('\n')
}
