import type { RankedRecord } from '../../deck.ts'
import type { Bars } from '../../handout.ts'
import { escapeMarkup } from '../page.ts'
import type { Edition } from './edition.ts'

type Scale = (amount: number) => number

/** Every mark of every bar asks for it. */
const scales = new WeakMap<Edition, Scale>()

/** Maps amounts onto the scale that all bars of the handout share: 0…1, linear from zero, the largest record at 1. */
export function scaleOf(edition: Edition): Scale {
  const known = scales.get(edition) ?? makeScale(edition)
  scales.set(edition, known)
  return known
}

function makeScale({ story, handout }: Edition): Scale {
  const largest = story.deck.records.reduce((most, record) => Math.max(most, handout?.bars.value(record) ?? 0), 0)
  return (amount) => (largest > 0 ? amount / largest : 0)
}

/** A record's bar, hanging from a ruler with the marks of the scale. Its value is said beside it, so it is decoration to a screen reader. */
export function renderBar(edition: Edition, record: RankedRecord): string {
  if (!edition.handout) return ''
  const { marks, value } = edition.handout.bars
  const lines = marks.map(({ at }) => `<i style="left:${onScale(edition, at)}"></i>`)
  return `${lines.join('')}<div class="bar" style="width:${onScale(edition, value(record))}"></div>`
}

/** What the marks of the scale stand for, above the first ruler. */
export function renderScale(edition: Edition): string {
  const marks = edition.handout?.bars.marks ?? []
  return marks.map(({ at, label }) => `<span style="left:${onScale(edition, at)}">${escapeMarkup(label)}</span>`).join('')
}

function onScale(edition: Edition, amount: number): string {
  return `${round(scaleOf(edition)(amount) * 100)}%`
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
