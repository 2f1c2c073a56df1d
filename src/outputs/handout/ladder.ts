import type { RankedRecord } from '../../deck.ts'
import type { Cover, CoverGroup } from '../../handout.ts'
import { textWidth } from '../../motion/measure.ts'
import { escapeMarkup } from '../page.ts'
import { round, scaleOf } from './bars.ts'
import type { Edition } from './edition.ts'
import { figureScale, type Paper } from './page-rules.ts'

/** Size of the ladder on A4, of its text, and of the gaps in it, in px. */
const WIDTH = 680
const HEIGHT = 668
/** Height of the contents, where they stand above it. */
const CONTENTS = 110
const TEXT = 11.4
const GAP = 6
/** Below this many px a row has no room for a name. */
const LEGIBLE = 9.5

/** Places of the ladder in px: one row a record, told first at the top, bars from `zero`. */
interface Place {
  pitch: number
  rank: number
  zero: number
  /** End of a record's bar, and of the text after it. */
  end(record: RankedRecord): number
  after(record: RankedRecord): number
}

/** All records as bars on one scale from zero, as one figure; `lower` leaves room for the contents above it. */
export function renderLadder(edition: Edition, { chart, groups, unit }: Cover, paper: Paper, lower = false): string {
  const { records } = edition.story.deck
  const height = Math.round((HEIGHT - (lower ? CONTENTS : 0)) * figureScale(paper))
  const place = placeOf(edition, height)
  const strong = new Set(groups.filter((group) => group.strong).flatMap((group) => group.records))
  const rows = records.map((record, index) => renderRow(edition, place, record, index, strong.has(record.id)))
  const first = records[0]
  const said = first && place.pitch >= LEGIBLE ? renderUnit(place, first, unit) : ''
  const labels = groups.map((group) => renderGroup(records, place, group))
  return `<svg class="ladder" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(chart)}" font-size="${TEXT}">${rows.join('')}${said}${labels.join('')}</svg>`
}

function placeOf(edition: Edition, height: number): Place {
  const { records } = edition.story.deck
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => textWidth(text, TEXT)))
  const rank = widest(records.map((record) => String(record.rank)))
  const zero = rank + GAP + widest(records.map((record) => record.name)) + GAP
  const scale = scaleOf(edition)
  const length = (record: RankedRecord) => scale(edition.handout?.bars.value(record) ?? 0)
  const value = (record: RankedRecord) => GAP + textWidth(edition.value(record), TEXT, '', 600)
  // The longest bar with its value ends at the right edge.
  const room = Math.min(...records.map((record) => (WIDTH - zero - value(record)) / Math.max(length(record), 1e-9)))
  const end = (record: RankedRecord) => zero + length(record) * room
  return { pitch: height / records.length, rank, zero, end, after: (record) => end(record) + value(record) }
}

function renderRow(edition: Edition, place: Place, record: RankedRecord, index: number, strong: boolean): string {
  const { pitch, rank, zero, end } = place
  const top = index * pitch
  const bar = `<rect x="${round(zero)}" y="${round(top + pitch * 0.15)}" width="${round(end(record) - zero)}" height="${round(pitch * 0.7)}" fill="var(--${strong ? 'signal' : 'mute'})"/>`
  if (pitch < LEGIBLE) return bar
  const y = round(baseline(place, index))
  const text = (x: number, words: string, more = '') => `<text x="${round(x)}" y="${y}"${more}>${escapeMarkup(words)}</text>`
  return [
    text(rank, String(record.rank), ' text-anchor="end" fill="var(--quiet)"'),
    text(rank + GAP, record.name, strong ? ' font-weight="600"' : ''),
    bar,
    text(end(record) + GAP, edition.value(record), strong ? ' font-weight="600" fill="var(--signal)"' : ''),
  ].join('')
}

/** The unit of the values, after the first. */
function renderUnit(place: Place, first: RankedRecord, unit: string): string {
  return `<text x="${round(place.after(first) + GAP / 2)}" y="${round(baseline(place, 0))}" fill="var(--quiet)">${escapeMarkup(unit)}</text>`
}

function baseline({ pitch }: Place, index: number): number {
  return (index + 0.5) * pitch + TEXT * 0.34
}

/** A bracket to the right of a group's bars, and what is said of them together. */
function renderGroup(
  records: readonly RankedRecord[],
  { pitch, after }: Place,
  { records: ids, label, strong }: CoverGroup,
): string {
  const members = records.filter(({ id }) => ids.includes(id))
  const [first, last] = [records.indexOf(members[0] as RankedRecord), records.indexOf(members.at(-1) as RankedRecord)]
  const reach = Math.max(...members.map(after))
  const hasRoom = reach + 3 * GAP + textWidth(label, 15, 'Source Serif 4', 600) < WIDTH
  const right = hasRoom ? reach + 2 * GAP : WIDTH
  const [top, bottom] = [first * pitch + 2, (last + 1) * pitch - 2]
  const colour = `var(--${strong ? 'signal' : 'ink'})`
  const at = hasRoom ? { x: right + GAP, y: (top + bottom) / 2 + 5, anchor: 'start' } : { x: WIDTH, y: top + 14, anchor: 'end' }
  const bracket = hasRoom
    ? `<path d="M${round(right - 5)} ${round(top)}H${round(right)}V${round(bottom)}H${round(right - 5)}" fill="none" stroke="${colour}"/>`
    : ''
  return `${bracket}<text class="group" x="${round(at.x)}" y="${round(at.y)}" text-anchor="${at.anchor}" fill="${colour}">${escapeMarkup(label)}</text>`
}
