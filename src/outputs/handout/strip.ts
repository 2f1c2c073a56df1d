import type { RankedRecord } from '../../story/deck.ts'
import { round } from './bars.ts'
import type { Edition } from './edition.ts'

/** Size of a strip in units of its own; each tick is as wide as `TICK`, the record's own as `OWN`. */
const [WIDTH, HEIGHT, TICK, OWN] = [100, 12, 1, 4] as const

/** The ticks of all records, drawn once for every row. */
const drawn = new WeakMap<Edition, { at(value: number): number; all: string }>()

function ticksOf(edition: Edition): { at(value: number): number; all: string } {
  const { handout, story } = edition
  const values = story.deck.records.flatMap((record) => handout?.strip?.value(record) ?? [])
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))]
  const at = (value: number) => round(TICK + ((WIDTH - 2 * TICK) * (Math.log(value) - low)) / (high - low || 1))
  const all = values.map((value) => `M${at(value)},3v6`).join('')
  return { at, all }
}

/** Where a record's figure lies among all, as a strip of ticks; nothing for other columns and where the record has none. The figure stands above it in words. */
export function renderStrip(edition: Edition, column: string, record: RankedRecord): string {
  const strip = edition.handout?.strip
  const value = strip?.column === column ? strip.value(record) : null
  if (value === null || value === undefined) return ''
  const ticks = drawn.get(edition) ?? ticksOf(edition)
  drawn.set(edition, ticks)
  return `<svg class="among" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d="${ticks.all}" stroke="var(--mute)" stroke-width="${TICK}"/><path d="M${ticks.at(value)},0v${HEIGHT}" stroke="var(--signal)" stroke-width="${OWN}"/></svg>`
}
