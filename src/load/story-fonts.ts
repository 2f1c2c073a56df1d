import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { baseFaces, chooseFonts } from '../fonts/choose-fonts.ts'
import type { DeckFont } from '../fonts/deck-fonts.ts'
import { ROLES, type Role } from '../fonts/face.ts'
import { fontBytes } from '../fonts/font-package.ts'
import { unusualLetters } from '../fonts/letters.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { Script, Surroundings } from '../fonts/scripts.ts'
import type { SlideSource } from '../mdx/source.ts'
import { messagesOf } from '../messages/messages.ts'
import type { Deck } from '../story/deck.ts'
import type { FontFace } from '../story/font.ts'
import type { StageState } from '../story/mark.ts'
import { fileOf, type Slide, type Track } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { textOf } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'
import { type Diagnostic, type Location, locationIn } from '../util/diagnostic.ts'
import { STYLE_FILE } from './deck-style.ts'

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

/** At most so many letters are shown. */
const MOST_LETTERS = 8

/** Letters of one script that no font has, and who tells them. */
interface Gap {
  script: Script | undefined
  letters: Set<string>
  tellers: ShownText[]
}

/** Words for letters that no font has: one diagnostic a script, where it is first told. */
function missingLetters(
  missing: ReadonlySet<string>,
  told: readonly ShownText[],
  library: FontLibrary,
  sources: ReadonlyMap<string, SlideSource>,
): Diagnostic[] {
  const gaps = new Map<string | undefined, Gap>()
  for (const teller of missing.size === 0 ? [] : told) {
    for (const letter of [...teller.texts, ...(teller.formulas ?? [])]
      .flatMap(unusualLetters)
      .filter((each) => missing.has(each))) {
      const script = library.scriptOf(letter)
      const gap = gaps.get(script?.name) ?? { script, letters: new Set(), tellers: [] }
      gaps.set(script?.name, gap)
      gap.letters.add(letter)
      if (gap.tellers.at(-1) !== teller) gap.tellers.push(teller)
    }
  }
  return [...gaps.values()].map((gap) => diagnosticOf(gap, sources))
}

function diagnosticOf({ script, letters, tellers }: Gap, sources: ReadonlyMap<string, SlideSource>): Diagnostic {
  const [first, ...others] = tellers
  const kind = script === undefined ? '' : ` (${script.name})`
  const more = others.length > 0 ? `, also in ${others.length} other ${others.length === 1 ? 'place' : 'places'}` : ''
  const part = first?.part === undefined ? '' : `${first.part}: `
  const message = `${part}found ${listed(letters)}${kind}${more}, expected letters that a font of the story has; ${remedy(script)}`
  return { location: locationOf(first, letters, sources), message }
}

function listed(letters: ReadonlySet<string>): string {
  const named = [...letters].slice(0, MOST_LETTERS).map((letter) => `\`${letter}\``)
  return `${named.join(', ')}${letters.size > MOST_LETTERS ? `, … (${letters.size})` : ''}`
}

function remedy(script: Script | undefined): string {
  const own = 'name a font file that has them in `fonts` of slides/deck.ts'
  return script ? `run \`npm install @fontsource/${script.packages[0]}\`, or ${own}` : own
}

function locationOf(
  first: ShownText | undefined,
  letters: ReadonlySet<string>,
  sources: ReadonlyMap<string, SlideSource>,
): Location {
  if (!first?.slide) return { file: first?.file ?? 'slides/deck.ts' }
  const { slide } = first
  const text = sources.get(slide.file ?? '')?.text.normalize('NFC') ?? ''
  const at = Math.min(...[...letters].map((letter) => text.indexOf(letter)).filter((index) => index >= 0))
  return Number.isFinite(at) ? locationIn(fileOf(slide), text, at) : { file: fileOf(slide) }
}

/** Texts that readers see, and where they are from. */
export interface ShownText {
  texts: readonly string[]
  /** Texts of its formulas. */
  formulas?: readonly string[]
  slide?: Slide
  /** A file of the deck beside slides and slides/deck.ts. */
  file?: string
  /** A part of the deck, such as `title`. */
  part?: string
}

/** Everything that readers of a story see, slide by slide, then what the deck itself says. */
export function shownTexts(deck: Deck, slides: readonly Slide[], { states }: Pick<Track, 'states'>): ShownText[] {
  const { title, description, author = '', source, acts, records } = deck
  return [
    ...slides.map((slide, index) => ({
      slide,
      texts: [slide.title, ...partsOf(slide).map(proseOf), ...textsOfStage(states[index])],
      formulas: partsOf(slide).flatMap((part) => elementsOf(part, 'math').map(textOf)),
    })),
    ...Object.entries({ title, description, author, source }).map(([part, text]) => ({ part, texts: [text] })),
    ...acts.map((act, index) => ({ part: `acts[${index}].title`, texts: [act.title] })),
    ...records.map(({ id, name }, index) => ({ part: `records[${index}].name`, texts: [name, ...described(deck, id)] })),
    { part: 'columns', texts: (deck.columns?.all ?? []).map(({ label }) => label) },
    { part: 'handout', texts: stringsIn(deck.handout) },
  ]
}

/** What readers may come to see: the machine's own words, records, and what charts that come alive have to say. */
function otherTexts({ lang, records }: Deck, slides: readonly Slide[]): string[] {
  const alive = slides.flatMap(({ chart, inlineCharts = [] }) => [...(chart ? [chart] : []), ...inlineCharts])
  const texts = alive.filter(({ interactive }) => interactive).flatMap(({ specs, data }) => [...Object.values(specs), data])
  return [...stringsIn(messagesOf(lang)), ...stringsIn(records), ...texts]
}

/** What is told by which script the letters are that several languages share. */
export function surroundings({ lang, title, records }: Deck, slides: readonly Slide[]): Surroundings {
  const text = [title, ...records.map(({ name }) => name), ...slides.map(({ content }) => textOf(content))].join('\n')
  return { lang, hasKana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text), hasHangul: /\p{Script=Hangul}/u.test(text) }
}

/** The roles of the faces that slides need. */
export function rolesOf(slides: readonly Slide[]): Role[] {
  const has = (...names: string[]) => slides.some((slide) => partsOf(slide).some((part) => elementsOf(part, ...names).length > 0))
  return [...ROLES, ...(has('code', 'pre', 'kbd', 'samp') ? ['mono' as const] : []), ...(has('math') ? ['math' as const] : [])]
}

function partsOf({ content, body, notes }: Slide): Tree[] {
  return [content, body, notes]
}

/** The words between formulas, which have a face of their own. */
function proseOf(part: Tree): string {
  return textOf(editTree(part, ({ tagName }) => (tagName === 'math' ? [] : undefined)))
}

function textsOfStage(state: StageState | undefined): string[] {
  return [...(state?.marks.values() ?? [])].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
}

/** What a deck's own function throws is told when an output asks it. */
function described({ describe }: Deck, id: string): string[] {
  try {
    return stringsIn(describe(id))
  } catch {
    return []
  }
}

/** Every string in some data. */
function stringsIn(value: unknown): string[] {
  const seen = new Set<unknown>()
  const walk = (part: unknown): string[] => {
    if (typeof part === 'string') return [part]
    if (typeof part !== 'object' || part === null || seen.has(part)) return []
    seen.add(part)
    return Object.values(part).flatMap(walk)
  }
  return walk(value)
}
