import type { SlideSource } from '../mdx/source.ts'
import type { SlideMeta, StageStep } from '../story/deck.ts'
import type { FrameName } from '../story/frames.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { Slide } from '../story/story.ts'
import type { Problem } from '../util/diagnostic.ts'
import type { DeckCode } from './deck-bundler.ts'
import type { Parcel } from './only-changes.ts'
import type { Failure } from './pack-failure.ts'
import type { PlainDeck } from './plain-deck.ts'

/** What the thread of a deck starts with. */
export interface ThreadData {
  folder: string
  /** Of the shared progress. */
  progress: SharedArrayBuffer
  /** So often it shows that it listens, in ms. */
  beat: number
}

/** What a deck's thread is asked; `story` is the number of the story that the question is about. */
export type Question =
  | { kind: 'load'; code: DeckCode; sources: Parcel<SlideSource> }
  | { kind: 'compose' }
  | { kind: 'track'; story: number; frame: FrameName }
  | { kind: 'figure'; story: number; stage: StageStep; frame: Frame }

/** What it answers to each. */
export interface Answers {
  load: undefined
  compose: Composed
  track: Parcel<StageState>
  figure: StageState
}

/** What it says: how it goes on, an answer, or why there is none. After `isSpoilt` it is not to be asked again. */
export type Said =
  | { step: string; isDone: boolean }
  | ({ to: number; isSpoilt: boolean } & ({ answer: unknown } | { failure: Failure }))
  | { late: Failure }

/** The large parts of a slide, which stay the same as long as its text does. */
export type SlideParts = Omit<Slide, keyof SlideMeta>

/** The facts about a slide; its act and its record by their positions in the deck. */
export type SlideFacts = Omit<SlideMeta, 'act' | 'record'> & { act: number; record?: number }

/** A story on its way to the outputs; with problems there is none, but the outputs may find more. */
export interface Composed {
  story: number
  deck: Parcel<PlainDeck>
  facts: readonly SlideFacts[]
  parts: Parcel<SlideParts>
  wide: Parcel<StageState>
  problems: readonly Problem[]
  inputHash: string
  /** Files of pictures, missing ones too, relative to the deck's folder. */
  pictures: readonly string[]
}
