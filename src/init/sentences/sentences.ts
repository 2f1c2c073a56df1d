import { en, type Sentences } from './english.ts'
import { de } from './german.ts'

/** The languages that a new deck may be written in. */
export const sentences = { en, de } satisfies Record<string, Sentences>

/** One of those languages. */
export type Language = keyof typeof sentences
