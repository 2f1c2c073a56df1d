import { type Place, type Problem, shown } from '../util/diagnostic.ts'
import type { Offence } from './findings.ts'
import type { Rgb, TextBlock } from './sheet.ts'

/** Where an offence was seen. */
export interface Where {
  /** The file of the slide; the template's slides have none. */
  place?: Place
  /** What has no file, for example ``slide `gamma` ``. */
  subject?: string
  /** The chart and the step that its labels are of. */
  chart?: string
  /** For example `slide, 1280 × 720`. */
  view: string
}

/**
 * Words for an offence: who, how much, where, and what helps; `more` is how many others it concerns. An offence among a chart's
 * labels is the chart's.
 */
export function tellOffence(offence: Offence, where: Where, more = 0): Problem {
  const others = more > 0 ? `, and ${more} more` : ''
  const view = offence.kind === 'faint' && offence.shade.theme === 'dark' ? `${where.view}, dark theme` : where.view
  const message = `${describe(offence)}${others} (${view}); ${REMEDIES[offence.kind]}`
  if (isOfChart(offence) && where.chart !== undefined) return { message: `${where.chart}: ${message}` }
  if (where.place) return { place: where.place, message }
  return { message: where.subject === undefined ? message : `${where.subject}: ${message}` }
}

const REMEDIES: Readonly<Record<Offence['kind'], string>> = {
  overflow: 'shorten it or give it more room',
  overlap: 'move or shorten one of them',
  covered: 'move one of them, or put the text in front',
  faint: 'choose colours that are further apart',
  small: 'set it larger',
}

function isOfChart(offence: Offence): boolean {
  if (offence.kind === 'overlap') return offence.text.isLabel && offence.other.isLabel
  return offence.text.isLabel && (offence.kind !== 'covered' || offence.cover.isMark)
}

function describe(offence: Offence): string {
  const who = nameOf(offence.text)
  switch (offence.kind) {
    case 'overflow': {
      const room = offence.room.name ?? null
      return `${who} overflows ${room === null ? `its ${offence.across ? 'column' : 'box'}` : `the ${room}`} by ${px(offence.by)}`
    }
    case 'overlap':
      if (offence.other === offence.text) return `the lines of ${who} overlap by ${px(offence.height)}`
      return `${who} overlaps ${nameOf(offence.other)} by ${Math.round(offence.width)} × ${px(offence.height)}`
    case 'covered': {
      const { name, isMark, box } = offence.cover
      const size = `${Math.round(box.right - box.left)} × ${px(box.bottom - box.top)}`
      return `${who} is covered by ${isMark ? 'a mark of the chart, ' : ''}${shown(name)}, by ${size}`
    }
    case 'faint': {
      const { letters, ground } = offence.shade
      return `${who} has a contrast of ${tenth(offence.contrast)}:1 (${hex(letters)} on ${hex(ground)}), expected at least ${offence.least}:1`
    }
    case 'small':
      return `${who} is set in ${tenth(offence.text.size)} px, expected at least ${tenth(offence.least)}`
  }
}

function nameOf({ part, words }: TextBlock): string {
  return `the ${part} ${shown(words)}`
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function px(length: number): string {
  return `${Math.round(length)} px`
}

function tenth(length: number): string {
  return String(Math.round(length * 10) / 10)
}
