import { join } from 'node:path'
import { type Changes, outcome as outcomeOf } from './outcome.ts'

const DECK = join(import.meta.dirname, '../decks/minimal')

/** What stands in the one slide that is changed. */
export const door = (text: string | Uint8Array): Changes => ({ 'slides/door.mdx': text })

/** The slide with its headline and then this. */
export const body = (text: string): Changes => door(`# A door opens\n\n${text}\n`)

/** What comes of the smallest deck with these changes. */
export const outcome = (changes: Changes): Promise<string> => outcomeOf(DECK, changes)
