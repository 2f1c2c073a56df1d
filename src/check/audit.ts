import type { Problem } from '../util/diagnostic.ts'
import { areaOf, findOffences, type LeastSizes, type Offence } from './findings.ts'
import { tellOffence, type Where } from './list-findings.ts'
import type { Sheet, TextBlock } from './sheet.ts'

/** A sheet, as it was seen in one window, and what is asked of it. */
export interface Seen {
  sheet: Sheet
  least: LeastSizes
  /** Where the author finds a text. */
  where(text: TextBlock): Where
}

/** Offences that one change will mend. */
interface Group {
  worst: Offence
  where: Where
  /** What they concern, each once. */
  concerned: Set<string>
}

/** The problems of all sheets, worst kinds first. What one change will mend is told once, where it is worst, with how much else it concerns. */
export function judge(seen: readonly Seen[]): Problem[] {
  const groups = new Map<string, Group>()
  for (const { sheet, least, where } of seen) {
    for (const offence of findOffences(sheet, least)) add(groups, offence, where(offence.text))
  }
  const kinds = Map.groupBy(groups.values(), ({ worst }) => worst.kind)
  return (['overflow', 'overlap', 'covered', 'faint', 'small'] as const)
    .flatMap((kind) => kinds.get(kind) ?? [])
    .map(({ worst, where, concerned }) => tellOffence(worst, where, concerned.size - 1))
}

function add(groups: Map<string, Group>, offence: Offence, where: Where): void {
  const key = keyOf(offence, where)
  const known = groups.get(key)
  const concerned = (known?.concerned ?? new Set()).add(concernedBy(offence, where))
  const isWorse = !known || amountOf(offence) > amountOf(known.worst)
  groups.set(key, { ...(isWorse ? { worst: offence, where } : known), concerned })
}

/** A size is that of everything set like it; words that leave their room do so wherever they stand; who lies over others moves alone. */
function keyOf(offence: Offence, { place, subject, view, chart }: Where): string {
  const { part, words, size } = offence.text
  // The labels of an axis lie over one another at every step.
  if (offence.kind === 'overlap' && offence.text.isLabel && offence.other.isLabel && chart !== undefined)
    return `overlap ${chart.split(',')[0]} ${view} ${words}`
  if (offence.kind === 'small') return `small ${view.split(',')[0]} ${part} ${size.toFixed(1)}`
  if (offence.kind === 'overlap') return `overlap ${place?.file ?? subject ?? view} ${part} ${words}`
  if (offence.kind === 'covered') return `covered ${place?.file ?? subject ?? view} ${offence.cover.name}`
  if (offence.kind === 'faint')
    return `faint ${offence.shade.theme} ${view.split(',')[0]} ${part} ${offence.shade.letters} ${offence.shade.ground}`
  return `overflow ${offence.text.isLabel ? view : ''} ${part} ${words}`
}

function concernedBy(offence: Offence, { place, subject, chart }: Where): string {
  if (offence.kind === 'overlap') return `${offence.text.isLabel ? chart : ''} ${offence.other.part} ${offence.other.words}`
  return `${place?.file ?? subject} ${offence.kind === 'overflow' ? '' : offence.text.words}`
}

function amountOf(offence: Offence): number {
  switch (offence.kind) {
    case 'overflow':
      return offence.by
    case 'overlap':
      return offence.width * offence.height
    case 'covered':
      return areaOf(offence.cover.box)
    case 'faint':
      return -offence.contrast
    case 'small':
      return -offence.text.size
  }
}
