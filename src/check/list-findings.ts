import { type Diagnostic, type Location, shown } from '../util/diagnostic.ts'
import type { Finding } from './findings.ts'
import type { Rgb, TextBlock } from './sheet.ts'

/** Where a finding was seen. */
export interface Where {
  /** The file of the slide; the template's slides have none. */
  location?: Location
  /** What has no file, for example ``slide `gamma` ``. */
  subject?: string
  /** The chart and the step that its labels are of. */
  chart?: string
  /** For example `slide, 1280 × 720`. */
  view: string
}

/**
 * Words for a finding: who, how much, where, and what helps; `more` is how many others it concerns. A finding among a chart's
 * labels is the chart's.
 */
export function describeFinding(finding: Finding, where: Where, more = 0): Diagnostic {
  const others = more > 0 ? `, and ${more} more` : ''
  const view = finding.kind === 'faint' && finding.shade.theme === 'dark' ? `${where.view}, dark theme` : where.view
  const remedy = finding.text.part === 'cell' && finding.kind !== 'faint' ? LONG_TABLE : ''
  const message = `${describe(finding)}${others} (${view}); ${REMEDIES[finding.kind]}${remedy}`
  if (isOfChart(finding) && where.chart !== undefined) return { message: `${where.chart}: ${message}` }
  if (where.location) return { location: where.location, said: finding.text.words, message }
  return { message: where.subject === undefined ? message : `${where.subject}: ${message}` }
}

const REMEDIES: Readonly<Record<Finding['kind'], string>> = {
  overflow: 'shorten it or give it more room',
  overlap: 'move or shorten one of them',
  covered: 'move one of them, or put the text in front',
  faint: 'choose colours that are further apart',
  small: 'set it larger',
}

const LONG_TABLE = '; `<Paged rows={12}>` around a long table shows so many of its rows at a step'

function isOfChart(finding: Finding): boolean {
  if (finding.kind === 'overlap') return finding.text.isLabel && finding.other.isLabel
  return finding.text.isLabel && (finding.kind !== 'covered' || finding.cover.isMark)
}

function describe(finding: Finding): string {
  const who = nameOf(finding.text)
  switch (finding.kind) {
    case 'overflow': {
      const container = finding.container.name ?? null
      return `${who} overflows ${container === null ? `its ${finding.across ? 'column' : 'box'}` : `the ${container}`} by ${px(finding.by)}`
    }
    case 'overlap':
      if (finding.other === finding.text) return `the lines of ${who} overlap by ${px(finding.height)}`
      return `${who} overlaps ${nameOf(finding.other)} by ${Math.round(finding.width)} × ${px(finding.height)}`
    case 'covered': {
      const { name, isMark, box } = finding.cover
      const size = `${Math.round(box.right - box.left)} × ${px(box.bottom - box.top)}`
      return `${who} is covered by ${isMark ? 'a mark of the chart, ' : ''}${shown(name)}, by ${size}`
    }
    case 'faint': {
      const { letters, ground } = finding.shade
      return `${who} has a contrast of ${tenth(finding.contrast)}:1 (${hex(letters)} on ${hex(ground)}), expected at least ${finding.least}:1`
    }
    case 'small':
      return `${who} is set in ${tenth(finding.text.size)} px, expected at least ${tenth(finding.least)}`
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
