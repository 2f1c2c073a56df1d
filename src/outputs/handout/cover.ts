import { fittingText } from '../../motion/fitting-text.ts'
import { textWidth } from '../../motion/measure-text.ts'
import type { RankedRecord } from '../../story/deck.ts'
import type { Cover, CoverGroup, Part } from '../../story/handout.ts'
import { escapeMarkup } from '../html-page.ts'
import { round } from './bars.ts'
import { anchorOf, onOneLine } from './document.ts'
import type { Edition } from './edition.ts'
import { figureScale, type Paper } from './page-rules.ts'

/** Longest bar, as a share of the largest, that leaves room for the contents. */
const MOST_BESIDE = 0.4

/** The first page. Without a cover of its own a deck gets its title, its description and what is inside. */
export function renderCover(edition: Edition, paper: Paper): string {
  const { deck } = edition.story
  const cover = edition.handout?.cover
  const crowded = isCrowded(edition)
  return `<div class="masthead"><h1>${escapeMarkup(deck.title)}</h1>${cover ? `<p>${escapeMarkup(cover.kicker)}</p>` : ''}</div>
<p class="finding">${onOneLine(cover?.finding ?? deck.description)}</p>
${cover ? `<p class="lead">${onOneLine(cover.lead)}</p>` : ''}
<div class="list${crowded ? ' crowded' : ''}">${isShort(edition) ? '' : renderContents(edition, cover)}${cover ? renderLadder(edition, cover, paper, crowded) : ''}</div>`
}

/** Whether the bars at the top, beside which the contents would stand, are too long for that. */
function isCrowded(edition: Edition): boolean {
  const { handout, story } = edition
  const { records } = story.deck
  const { scale } = edition
  const beside = records.slice(0, Math.ceil(records.length / 3))
  return handout !== undefined && beside.some((record) => scale(Math.max(0, handout.bars.value(record))) > MOST_BESIDE)
}

function renderContents({ sheets, designed }: Edition, cover: Cover | undefined): string {
  const items = sheets.flatMap(({ parts }, index) =>
    parts.filter(isOpener).map((opener) => {
      // Pages follow the cover one by one only where the deck lays them out itself.
      const page = designed ? ` <span class="page-number">${index + 2}</span>` : ''
      return `<li><a href="#${escapeMarkup(anchorOf(opener))}">${escapeMarkup(opener.title)}</a>${page}</li>`
    }),
  )
  return `<div class="contents">${cover ? `<p>${escapeMarkup(cover.contents)}</p>` : ''}<ul>${items.join('')}</ul></div>`
}

function isOpener(part: Part): part is Extract<Part, { kind: 'opener' }> {
  return part.kind === 'opener'
}

/** Size of the ladder on A4, of its text, and of the gaps in it, in px. */
const WIDTH = 680
const HEIGHT = 668
/** Height of the contents, where they stand above it. */
const CONTENTS = 110
const TEXT = 11.4
const GAP = 6
/** Names get no more than this, in px. */
const MOST_NAME = 260
/** Below this many px a row has no room for a name; above as many it is no row any more, where nobody has asked for it. */
const LEGIBLE = 9.5
const MOST_PITCH = 26
/** A ladder that leaves a quarter of the cover empty is short. */
const SHORT = 0.75

/** Places of the ladder in px: one row a record, told first at the top, bars from zero to either side. */
interface Place {
  pitch: number
  rank: number
  /** Where a record's bar begins at the left and where it ends, and the end of the text after it. */
  start(record: RankedRecord): number
  end(record: RankedRecord): number
  after(record: RankedRecord): number
}

/** All records as bars on one scale from zero, as one figure; `lower` leaves room for the contents above it. */
function renderLadder(edition: Edition, { chart, groups, unit }: Cover, paper: Paper, lower = false): string {
  const { records } = edition.story.deck
  const height = ladderHeight(edition, paper, lower)
  const place = placeOf(edition, height)
  const strong = new Set(groups.filter((group) => group.strong).flatMap((group) => group.records))
  const rows = records.map((record, index) => renderRow(edition, place, record, index, strong.has(record.id)))
  const first = records[0]
  const said = first && place.pitch >= LEGIBLE ? renderUnit(place, first, unit) : ''
  const labels = groups.map((group) => renderGroup(records, place, group))
  return `<svg class="ladder" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(chart)}" font-size="${TEXT}">${rows.join('')}${said}${labels.join('')}</svg>`
}

/** As high as its page has room for. On pages that flow a few records do not need all of it. */
function ladderHeight({ designed, story }: Edition, paper: Paper, lower: boolean): number {
  const room = Math.round((HEIGHT - (lower ? CONTENTS : 0)) * figureScale(paper))
  return designed ? room : Math.min(room, story.deck.records.length * MOST_PITCH)
}

/** Whether all records stand on the cover in less than it has room for, so that the story begins below them. */
export function isShort(edition: Edition): boolean {
  return !edition.designed && edition.story.deck.records.length * MOST_PITCH < HEIGHT * SHORT
}

function placeOf(edition: Edition, height: number): Place {
  const { records } = edition.story.deck
  const pitch = height / records.length
  const isNamed = pitch >= LEGIBLE
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => textWidth(text, TEXT)))
  const rank = widest(records.map((record) => String(record.rank)))
  const left = !isNamed ? 0 : rank + GAP + Math.min(MOST_NAME, widest(records.map((record) => record.name))) + GAP
  const { scale } = edition
  const amount = (record: RankedRecord) => edition.handout?.bars.value(record) ?? 0
  const right = (record: RankedRecord) => scale(Math.max(0, amount(record)))
  const value = (record: RankedRecord) => (!isNamed ? 0 : GAP + textWidth(edition.value(record), TEXT, '', 600))
  // The longest bar with its value ends at the right edge.
  const room = Math.min(...records.map((record) => (WIDTH - left - value(record)) / Math.max(right(record), 1e-9)))
  const start = (record: RankedRecord) => left + scale(Math.min(0, amount(record))) * room
  const end = (record: RankedRecord) => left + right(record) * room
  return { pitch, rank, start, end, after: (record) => end(record) + value(record) }
}

function renderRow(edition: Edition, place: Place, record: RankedRecord, index: number, strong: boolean): string {
  const { pitch, rank, start, end } = place
  const top = index * pitch
  const bar = `<rect x="${round(start(record))}" y="${round(top + pitch * 0.15)}" width="${round(end(record) - start(record))}" height="${round(pitch * 0.7)}" fill="var(--${strong ? 'signal' : 'mute'})"/>`
  if (pitch < LEGIBLE) return bar
  const y = round(baseline(place, index))
  const text = (x: number, words: string, more = '') => `<text x="${round(x)}" y="${y}"${more}>${escapeMarkup(words)}</text>`
  return [
    text(rank, String(record.rank), ' text-anchor="end" fill="var(--quiet)"'),
    text(
      rank + GAP,
      fittingText(record.name, MOST_NAME, (name) => textWidth(name, TEXT)),
      strong ? ' font-weight="600"' : '',
    ),
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
