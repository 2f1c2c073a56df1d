import type { SlideMeta, StageStep } from '../story/deck.ts'
import type { FrameName } from '../story/frames.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { Slide } from '../story/story.ts'
import { InputError, type Problem } from '../util/diagnostic.ts'
import type { Parcel } from './only-changes.ts'
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
  | { kind: 'compose' }
  | { kind: 'track'; story: number; frame: FrameName }
  | { kind: 'figure'; story: number; stage: StageStep; frame: Frame }
  | { kind: 'warm up' }

/** What it answers to each. */
export interface Answers {
  compose: Composed
  track: Parcel<StageState>
  figure: StageState
  'warm up': undefined
}

/** What it says: how it goes on, an answer, or why there is none. After `isSpoilt` it is not to be asked again. */
export type Said =
  | { step: string; isDone: boolean }
  | ({ to: number; inputs: readonly string[]; isSpoilt: boolean } & ({ answer: unknown } | { failure: Failure }))
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
  borrowed: readonly string[]
}

/** An error on its way to another thread, of which none keeps its class there. */
export type Failure = { problems: readonly Problem[] } | { name: string; message: string; stack: string | undefined }

/** Packs an error. */
export function packFailure(error: unknown): Failure {
  if (error instanceof InputError) return { problems: plainProblems(error.problems) }
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: 'Error', message: String(error), stack: undefined }
}

/** Unpacks it: the same words, and the name by which it is known what kind it is. */
export function unpackFailure(failure: Failure): Error {
  if ('problems' in failure) return new InputError(failure.problems)
  const { name, message, stack } = failure
  return Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }) })
}

/** Problems without what was thrown, which may be anything. */
export function plainProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ place, message }) => ({ ...(place && { place }), message }))
}
