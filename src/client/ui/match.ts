import { distance } from '../../util/nearest.ts'
import type { Entry } from './entries.ts'

/** Most results a search shows. */
const MOST = 8
/** A slip is looked for in words of so many letters; shorter ones are too much like one another. */
const SHORTEST_SLIP = 4
/** Score of what may have been meant: a name, the beginning of one, or words; it counts where nothing was found that has been typed. */
const SLIP = { name: 0.9, beginning: 0.8, words: 0.7 }

/**
 * Finds slides by rank (`12`, `#12`), or by a part of a name, headline or act (`viet`), the best first. Case, accents, hyphens and
 * `&` for `and` do not matter, nor does one slip of the finger in a name. An empty query finds nothing.
 */
export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = normalize(query)
  if (words === '') return []
  const scored = entries.map((entry) => ({ entry, score: scoreOf(entry, words) }))
  const isFound = scored.some(({ score }) => score > SLIP.name)
  return scored
    .filter(({ score }) => score > (isFound ? SLIP.name : 0))
    .sort((a, b) => b.score - a.score || a.entry.index - b.entry.index)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** 0 is no match. An exact rank beats a name, a name beats a headline, and what was typed beats what may have been meant. */
function scoreOf({ rank, name, otherNames, title, act, id }: Entry, query: string): number {
  const digits = /^\D{0,5}?(\d+)(?:st|nd|rd|th)?$/.exec(query)?.[1]
  const names = [name ?? '', ...otherNames].map(normalize).filter((known) => known !== '')
  const best = Math.max(0, ...names.map((known) => nameScore(known, query)))
  // Records may be years.
  if (digits !== undefined) return Math.max(rankScore(rank, digits), best)
  if (best > 0) return best
  if (id === query) return 4
  const words = normalize(title)
  if (beginsWord(words, query)) return 3
  if (words.includes(query) || normalize(act).includes(query)) return words.includes(query) ? 2 : 1
  if (query.length < SHORTEST_SLIP) return 0
  if (names.some((known) => distance(known, query) <= 1)) return SLIP.name
  if (names.some((known) => isSlip(known, query))) return SLIP.beginning
  return isSlip(words, query) ? SLIP.words : 0
}

function nameScore(name: string, query: string): number {
  if (name === query) return 8
  if (name.startsWith(query)) return 7
  if (SHORT_NAMES[query] === name || initialsOf(name) === query) return 6
  if (beginWords(name, query)) return 5
  return name.includes(query) ? 4 : 0
}

function rankScore(rank: number | undefined, digits: string): number {
  if (rank === undefined) return 0
  if (String(rank) === digits) return 8
  return String(rank).startsWith(digits) ? 7 : 0
}

/** Names that are no initials of what they are short for. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  america: 'united states',
  britain: 'united kingdom',
  england: 'united kingdom',
  holland: 'netherlands',
  usa: 'united states',
}

/** `uk` of `united kingdom`; nothing of a single word. */
function initialsOf(name: string): string {
  const words = name.split(' ').filter((word) => word !== 'and')
  return words.length > 1 ? words.map((word) => word[0]).join('') : ''
}

/** Whether words that follow one another in a name begin with those of the query: `s korea`. */
function beginWords(name: string, query: string): boolean {
  const [known, wanted] = [name.split(' '), query.split(' ')]
  return known.some((_, from) => wanted.every((word, at) => known[from + at]?.startsWith(word)))
}

function beginsWord(text: string, query: string): boolean {
  return ` ${text}`.includes(` ${query}`)
}

/** Whether one edit makes a text, or a word of it, begin with the query: a letter too many, too few, another, or two that changed places. */
function isSlip(text: string, query: string): boolean {
  const starts = [...text.matchAll(/(?<![^ ])\S/g)].map(({ index }) => text.slice(index))
  return starts.some((rest) => [-1, 0, 1].some((more) => distance(query, rest.slice(0, query.length + more)) <= 1))
}

function normalize(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.'’]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
