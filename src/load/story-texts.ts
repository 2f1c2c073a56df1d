import { ROLES, type Role } from '../fonts/face.ts'
import type { Surroundings } from '../fonts/scripts.ts'
import { wordsOf } from '../messages/messages.ts'
import type { Deck } from '../story/deck.ts'
import type { StageState } from '../story/mark.ts'
import type { Slide, Track } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { textOf } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'

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
export function otherTexts({ lang, records }: Deck, slides: readonly Slide[]): string[] {
  const alive = slides.flatMap(({ chart, inlineCharts = [] }) => [...(chart ? [chart] : []), ...inlineCharts])
  const texts = alive.filter(({ interactive }) => interactive).flatMap(({ specs, data }) => [...Object.values(specs), data])
  return [...stringsIn(wordsOf(lang)), ...stringsIn(records), ...texts]
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
