import { distance } from '../../util/nearest.ts'

/** One slide, as the tools of the deck know it. */
export interface Entry {
  /** Position in the deck, from 0. */
  index: number
  id: string
  /** The act it belongs to, by its title. */
  act: string
  /** The headline. */
  title: string
  /** Rank and name of the record it tells, if it tells one. */
  rank?: number
  /** The rank as the story's language says it. */
  ranked?: string
  name?: string
  /** Other names of the record, which people may look for. */
  otherNames: readonly string[]
  /** Ids that the slide had before. */
  aliases: readonly string[]
  /** How many steps it has after it has come, and in how many of them its chart changes. */
  steps: number
  chartSteps: number
  /** The position of its last state among those of the stage. */
  state: number
}

/** Stands between the texts of an attribute that holds several. */
const SEPARATOR = '|'

/** Reads the slides off the page; what the build wrote there is the only list of them. */
export function readEntries(sections: Iterable<HTMLElement>): Entry[] {
  const said = document.querySelector<HTMLElement>('#announcer')?.dataset.rank ?? '{}'
  return [...sections].map((section, index) => {
    const { rank, name, act = '', otherNames, aliases, steps = 0, chartSteps = 0, state = index } = section.dataset
    const title = section.querySelector('.headline')?.textContent?.trim() ?? section.id
    return {
      index,
      id: section.dataset.id ?? section.id,
      act,
      title,
      otherNames: otherNames?.split(SEPARATOR) ?? [],
      aliases: aliases?.split(SEPARATOR) ?? [],
      steps: Number(steps),
      chartSteps: Number(chartSteps),
      state: Number(state),
      ...(rank && { rank: Number(rank), ranked: said.replace('{}', rank) }),
      ...(name && { name }),
    }
  })
}

/** Reads the same slides once more, into the entries that all tools of the page hold. */
export function renewEntries(entries: readonly Entry[], sections: Iterable<HTMLElement>): void {
  for (const entry of readEntries(sections)) Object.assign(entries[entry.index] ?? {}, entry)
}

/** The slide of an id. Throws RangeError where there is none. */
export function entryOf(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) throw new RangeError(`found no slide \`${id}\``)
  return entry
}

/** What an entry is called in a list: `#12 and its name`, or its headline. */
export function labelOf({ ranked, name, title }: Entry): string {
  return ranked === undefined ? title : `${ranked} ${name ?? title}`
}

/** The position of the stage's state at one of a slide's steps, the last one unless given. */
export function stateAt({ state, chartSteps }: Entry, step = Number.POSITIVE_INFINITY): number {
  return state - Math.max(chartSteps - step, 0)
}

/** What an address says after its `#`. */
export function textOfAddress(hash: string): string {
  const text = hash.replace(/^#/, '')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The name in an address, in lower case and without the slashes around it. Empty where there is none. */
export function nameInAddress(hash: string): string {
  return textOfAddress(hash).replace(/^\//, '').split('/')[0]?.trim().toLowerCase() ?? ''
}

/** The step that an address says behind its name; 0 where it says none. */
export function stepInAddress(hash: string): number {
  return Number(/^\/?[^/]+\/(\d+)\/?$/.exec(textOfAddress(hash))?.[1] ?? 0)
}

/** The slide of a name: by its id, an id that it had before, its rank (`rank-5`) or its position from 0 (`5`). */
export function resolveName(entries: readonly Entry[], name: string): Entry | undefined {
  if (/^\d+$/.test(name)) return entries[Math.min(Number(name), entries.length - 1)]
  const rank = Number(/^rank-(\d+)$/.exec(name)?.[1])
  return (
    entries.find(({ id }) => id === name) ??
    entries.find(({ aliases }) => aliases.includes(name)) ??
    entries.find((entry) => entry.rank === rank)
  )
}

/** The slide that a name without one most likely means: by as few edits as possible, whether of an id or of a name. */
export function nearestEntry(entries: readonly Entry[], name: string): Entry {
  const far = ({ id, aliases, name: called = '', otherNames }: Entry) =>
    Math.min(...[id, ...aliases, called, ...otherNames].map((known) => distance(name, known.toLowerCase())))
  return entries.reduce((best, entry) => (far(entry) < far(best) ? entry : best))
}
