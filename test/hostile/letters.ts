import { join } from 'node:path'
import { outcome } from './outcome.ts'

const DECK = join(import.meta.dirname, 'deck')

/** The header of the deck's table. */
export const HEAD = 'rank,name,size,family\n'

/** The table with these rows. */
export const row = (lines: string) => `${HEAD}${lines}\n`

/** A line of a table of hostile data: what it is called, and what stands in data/letters.csv. */
export type DataCase = readonly [name: string, csv: string | Uint8Array]

/** What comes of a deck all of whose slides but the last are made from its table; without the last one, which is always the same. */
export async function outcomeOf(csv: string | Uint8Array): Promise<string> {
  return (await outcome(DECK, { 'data/letters.csv': csv })).replace(' · Every letter has its place', '')
}
