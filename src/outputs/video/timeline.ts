import { stepsOf, type View } from '../../story/steps.ts'
import type { Slide } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { textOf } from '../../tree/text-of.ts'

/** Pictures a second. */
export const RATE = 30

/** When a step of a slide is on, in s from the beginning of the film: it comes in, stands, and gives way to the next. */
export interface Shot extends View {
  start: number
  /** From here on nothing moves. */
  stands: number
  end: number
}

/** Words that adults read in silence in a second (Brysbaert 2019), and what it takes to look at a chart, in s. */
const [WORDS, LOOK] = [238 / 60, 1.5]
/** Characters of a caption that can be read in a second. */
const CAPTION_PACE = 20
/** A slide stands so long at least and at most, in s, unless the author says otherwise. */
const [LEAST, MOST] = [3, 25]

/**
 * The time of each view; `frames` are the pictures of the move into it, `seconds` how long a slide stands, by its id, where the author
 * says so. The steps of a slide share its time.
 */
export function timelineOf(
  views: readonly View[],
  frames: readonly number[],
  seconds: Readonly<Record<string, number>> = {},
): Shot[] {
  let start = 0
  return views.map((view, index) => {
    const stands = start + (frames[index] ?? 0) / RATE
    const shot = { ...view, start, stands, end: stands + standing(view.slide, seconds[view.slide.id]) }
    start = shot.end
    return shot
  })
}

/** How long one step of a slide stands, in s and in whole pictures: its share of the author's `seconds`, else until its words are read. */
function standing(slide: Slide, seconds?: number): number {
  const steps = stepsOf(slide) + 1
  const stands = seconds === undefined ? Math.max(reading(slide) / steps, LOOK) : seconds / steps
  return Math.round(stands * RATE) / RATE
}

/** The time that words of a slide take, and its notes where they are captions, in s. */
function reading(slide: Slide): number {
  const { title, body, notes } = slide
  const told = elementsOf(body, 'table').length > 0 ? title : `${title} ${textOf(body)}`
  const read = told.split(/\s+/).length / WORDS + LOOK
  const heard = (title.length + textOf(notes).length) / CAPTION_PACE
  return Math.min(Math.max(read, heard, LEAST), MOST)
}

/** A text of a film with its time, in s. */
export interface Cue {
  start: number
  end: number
  text: string
}

/** Characters of one caption, which is of two lines. */
const MOST_LETTERS = 84

/** What is said on each slide, headline first, in captions that share its time by their length. */
export function captionsOf(shots: readonly Shot[], lang: string): Cue[] {
  const slides = Map.groupBy(shots, ({ slide }) => slide)
  return [...slides].flatMap(([slide, own]) => {
    const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0]
    const texts = captionTexts(slide, lang)
    const total = texts.reduce((sum, { length }) => sum + length, 0)
    let from = start
    return texts.map((text) => {
      const cue = { start: from, end: from + ((end - start) * text.length) / total, text }
      from = cue.end
      return cue
    })
  })
}

function captionTexts({ title, notes }: Slide, lang: string): string[] {
  const sentences = new Intl.Segmenter(lang, { granularity: 'sentence' })
  const said = Array.from(sentences.segment(textOf(notes)), ({ segment }) => segment.trim())
  return [title, ...together(said)].filter((text) => text !== '').flatMap(inPieces)
}

/** Short sentences share a caption: one word alone would be gone before it is seen. */
function together(sentences: readonly string[]): string[] {
  const captions: string[] = []
  for (const sentence of sentences) {
    const joined = `${captions.at(-1) ?? ''} ${sentence}`.trim()
    if (captions.length > 0 && joined.length <= MOST_LETTERS) captions[captions.length - 1] = joined
    else captions.push(sentence)
  }
  return captions
}

/** A long sentence in pieces of about the same length, cut between words. */
function inPieces(sentence: string): string[] {
  const aim = sentence.length / Math.ceil(sentence.length / MOST_LETTERS)
  const pieces = ['']
  for (const word of sentence.split(' ')) {
    const last = pieces.at(-1) ?? ''
    if (last !== '' && last.length + word.length / 2 > aim) pieces.push(word)
    else pieces[pieces.length - 1] = `${last} ${word}`.trim()
  }
  return pieces
}

/** The acts, each from its first slide on. */
export function chaptersOf(shots: readonly Shot[]): Cue[] {
  const acts = Map.groupBy(shots, ({ slide }) => slide.act)
  return [...acts].map(([{ title }, own]) => ({ start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, text: title }))
}

/** Cues as a WebVTT file. */
export function webVtt(cues: readonly Cue[], lang: string): string {
  const written = cues.map(({ start, end, text }) => `${timestamp(start)} --> ${timestamp(end)}\n${escapeCue(text)}\n`)
  return [`WEBVTT\nLanguage: ${lang}\n`, ...written].join('\n')
}

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const parts = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
  return `${parts.map((part) => `${part}`.padStart(2, '0')).join(':')}.${`${ms % 1000}`.padStart(3, '0')}`
}

/** Marks of direction are for pages; `-->` would end a cue. */
function escapeCue(text: string): string {
  return text
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
