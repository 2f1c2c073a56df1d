import type { RankedRecord } from '../../story/deck.ts'
import type { Bars } from '../../story/handout.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Edition } from './edition.ts'

/** Maps an amount onto a common scale. */
export type Scale = (amount: number) => number

/** The scale that all bars of a handout share: 0…1, linear, the largest record at 1, and zero at 0 unless a record lies below it. */
export function scaleFor(records: readonly RankedRecord[], bars: Bars<RankedRecord> | undefined): Scale {
  const values = records.map((record) => bars?.value(record) ?? 0)
  const largest = values.reduce((most, value) => Math.max(most, value), 0)
  const least = values.reduce((low, value) => Math.min(low, value), 0)
  return (amount) => (largest > least ? (amount - least) / (largest - least) : 0)
}

/** A record's bar, hanging from a ruler with the marks of the scale. Its value is said beside it, so it is decoration to a screen reader. */
export function renderBar(edition: Edition, record: RankedRecord): string {
  if (!edition.handout) return ''
  const { marks, value } = edition.handout.bars
  const lines = marks.map(({ at }) => `<i style="left:${onScale(edition, at)}"></i>`)
  const [zero, end] = [edition.scale(0), edition.scale(value(record))]
  const left = Math.min(zero, end)
  const from = left > 0 ? `left:${percent(left)};` : ''
  return `${lines.join('')}<div class="bar" style="${from}width:${percent(Math.abs(end - zero))}"></div>`
}

/** What the marks of the scale stand for, above the first ruler. */
export function renderScale(edition: Edition): string {
  const marks = edition.handout?.bars.marks ?? []
  return marks.map(({ at, label }) => `<span style="left:${onScale(edition, at)}">${escapeMarkup(label)}</span>`).join('')
}

function onScale(edition: Edition, amount: number): string {
  return percent(edition.scale(amount))
}

function percent(share: number): string {
  return `${round(share * 100)}%`
}

/** Which part of the whole some records have, told in words and as a strip with everything before them. */
export function renderShare(edition: Edition, records: readonly RankedRecord[]): string {
  if (!edition.handout?.bars.share || records.length === 0) return ''
  const { bars } = edition.handout
  const [here, total] = [sum(bars, records), sum(bars, edition.story.deck.records)]
  const smallest = Math.max(...records.map(({ rank }) => rank))
  const before = sum(
    bars,
    edition.story.deck.records.filter(({ rank }) => rank > smallest),
  )
  const at = (amount: number) => round((amount / total) * 1000)
  const strip = `<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
<rect width="1000" height="10" fill="var(--faint)"/><rect width="${at(before)}" height="10" fill="var(--mute)"/>
<rect x="${at(before)}" width="${at(here)}" height="10" fill="var(--signal)"/></svg>`
  return `<p class="share">${escapeMarkup(edition.handout.bars.share({ count: records.length, before, here, total }))}</p>${strip}`
}

function sum({ value }: Bars<RankedRecord>, records: readonly RankedRecord[]): number {
  return records.reduce((total, record) => total + value(record), 0)
}

/** Three decimals are finer than any printer. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Size of a strip in units of its own; each tick is as wide as `TICK`, the record's own as `OWN`. */
const [WIDTH, HEIGHT, TICK, OWN] = [100, 12, 1, 4] as const

/** The ticks of all records in a strip, drawn once for every row, and where a value stands there. */
export interface Ticks {
  at(value: number): number
  all: string
}

/** The ticks of the records that have a value. */
export function ticksFor(records: readonly RankedRecord[], amountIn: (record: RankedRecord) => number | null): Ticks {
  const values = records.flatMap((record) => amountIn(record) ?? [])
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))]
  const at = (value: number) => round(TICK + ((WIDTH - 2 * TICK) * (Math.log(value) - low)) / (high - low || 1))
  return { at, all: values.map((value) => `M${at(value)},3v6`).join('') }
}

/** Where a record's figure lies among all, as a strip of ticks; nothing for other columns and where the record has none. The figure stands above it in words. */
export function renderStrip(edition: Edition, column: string, record: RankedRecord): string {
  const { ticks, handout } = edition
  const value = handout?.strip?.column === column ? handout.strip.value(record) : null
  if (!ticks || value === null) return ''
  return `<svg class="among" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d="${ticks.all}" stroke="var(--mute)" stroke-width="${TICK}"/><path d="M${ticks.at(value)},0v${HEIGHT}" stroke="var(--signal)" stroke-width="${OWN}"/></svg>`
}
