import type { Entry } from './entries.ts'

/** Most results a search shows. */
const MOST = 8

/**
 * Finds slides by rank (`12`), or by a part of the name, headline or act (`viet`), the best first.
 * Case and accents do not matter. An empty query finds nothing.
 */
export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = normalize(query)
  if (words === '') return []
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.entry.index - b.entry.index)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** 0 is no match. An exact rank beats a name, a name beats a headline. */
function scoreOf({ rank, name = '', title, act, id }: Entry, query: string): number {
  const digits = /^#?(\d+)$/.exec(query)?.[1]
  if (digits !== undefined) return rankScore(rank, digits)
  const plainName = normalize(name)
  if (plainName.startsWith(query)) return 5
  if (plainName.split(' ').some((word) => word.startsWith(query))) return 4
  if (plainName.includes(query) || id === query) return 3
  if (normalize(title).includes(query)) return 2
  return normalize(act).includes(query) ? 1 : 0
}

function rankScore(rank: number | undefined, digits: string): number {
  if (rank === undefined) return 0
  if (String(rank) === digits) return 5
  return String(rank).startsWith(digits) ? 4 : 0
}

function normalize(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
