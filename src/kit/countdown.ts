import { fittingText } from '../motion/fitting-text.ts'
import { isSquare } from '../motion/unknown-advance.ts'
import type { RankedRecord } from '../story/deck.ts'
import { isPageId } from '../story/slide-ids.ts'
import { slug } from '../util/slug.ts'

/** What ranks the rows of a table. */
export interface Order<Row> {
  by(row: Row): number
  /** Which end is #1, and told last. */
  first: 'largest' | 'smallest'
}

/**
 * Ranks the rows and puts them in the order of telling: the last rank first, #1 last. Rows of the same value keep their
 * order. Each gets an id for links: its own if it has one, else from its name.
 */
export function countdown<Row extends { id?: string; name: string }>(
  rows: readonly Row[],
  { by, first }: Order<Row>,
): (Row & RankedRecord)[] {
  const ranked = [...rows].sort((a, b) => (first === 'largest' ? by(b) - by(a) : by(a) - by(b)))
  const ids = uniqueIds(ranked.map(({ id, name }) => id ?? name))
  return ranked.map((row, index) => ({ ...row, rank: index + 1, id: ids[index] ?? '' })).reverse()
}

/** The records from one rank down to another, in the order of telling. */
export function between<Row extends RankedRecord>(records: readonly Row[], from: number, to: number): Row[] {
  return records.filter(({ rank }) => rank <= from && rank >= to)
}

/** Slides that a new deck has beside those of its records. */
const USUAL = /^(?:opening|ranking|sources|door-(?:two|three|four|five))$/
/** No address needs more. */
const LONGEST = 60

/**
 * Makes an id for links of each name. A name that another one resembles gets a number after it; one without letters,
 * which would be read as a position in the deck, the word `record` before it.
 */
export function uniqueIds(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const words = [...slug(name)].slice(0, LONGEST).join('').replace(/-$/, '')
    const plain = /\p{L}/u.test(words) ? words : ['record', words].filter((part) => part !== '').join('-')
    let id = plain
    for (let number = 2; taken.has(id) || isPageId(id) || USUAL.test(id); number++) id = `${plain}-${number}`
    taken.add(id)
    return id
  })
}

/** A word of more characters is none, and could not be broken into lines. */
const LONGEST_WORD = 60

/**
 * A name on one line, cut to a number of characters with an ellipsis where something is missing: a headline has room for no
 * more. The square characters of Chinese, Japanese and Korean count as two.
 */
export function shortened(name: string, most = 100): string {
  const words = name.replace(/\S+/gu, (word) => fittingText(word, LONGEST_WORD, (text) => [...text].length))
  return fittingText(words.replace(/\s+/g, ' ').trim(), most, (text) =>
    [...text].reduce((sum, character) => sum + (isSquare(character) ? 2 : 1), 0),
  )
}
