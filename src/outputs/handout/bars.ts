import type { RankedRecord } from '../../story/deck.ts'
import { shareOf } from '../../story/share.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Edition } from './edition.ts'

type Scale = (amount: number) => number

/** Every mark of every bar asks for it. */
const scales = new WeakMap<Edition, Scale>()

/** Maps amounts onto the scale that all bars of the handout share: 0…1, linear, the largest record at 1, and zero at 0 unless a record lies below it. */
export function scaleOf(edition: Edition): Scale {
  const known = scales.get(edition) ?? makeScale(edition)
  scales.set(edition, known)
  return known
}

function makeScale({ story, handout }: Edition): Scale {
  const values = story.deck.records.map((record) => handout?.bars.value(record) ?? 0)
  const largest = values.reduce((most, value) => Math.max(most, value), 0)
  const least = values.reduce((low, value) => Math.min(low, value), 0)
  return (amount) => (largest > least ? (amount - least) / (largest - least) : 0)
}

/** A record's bar, hanging from a ruler with the marks of the scale. Its value is said beside it, so it is decoration to a screen reader. */
export function renderBar(edition: Edition, record: RankedRecord): string {
  if (!edition.handout) return ''
  const { marks, value } = edition.handout.bars
  const lines = marks.map(({ at }) => `<i style="left:${onScale(edition, at)}"></i>`)
  const [zero, end] = [scaleOf(edition)(0), scaleOf(edition)(value(record))]
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
  return percent(scaleOf(edition)(amount))
}

function percent(share: number): string {
  return `${round(share * 100)}%`
}

/** Which part of the whole some records have, told in words and as a strip with everything before them. */
export function renderShare(edition: Edition, records: readonly RankedRecord[]): string {
  if (!edition.handout?.bars.share || records.length === 0) return ''
  const { bars } = edition.handout
  const part = shareOf(records, edition.story.deck.records, (record) => bars.value(record))
  const at = (amount: number) => round((amount / part.total) * 1000)
  const strip = `<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
<rect width="1000" height="10" fill="var(--faint)"/><rect width="${at(part.before)}" height="10" fill="var(--mute)"/>
<rect x="${at(part.before)}" width="${at(part.here)}" height="10" fill="var(--signal)"/></svg>`
  return `<p class="share">${escapeMarkup(edition.handout.bars.share(part))}</p>${strip}`
}

/** Three decimals are finer than any printer. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
