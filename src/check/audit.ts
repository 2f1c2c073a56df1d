import type { Diagnostic } from '../util/diagnostic.ts'
import { areaOf, auditSheet, type Finding, type LeastSizes } from './findings.ts'
import { describeFinding, type Where } from './list-findings.ts'
import type { Sheet, TextBlock } from './sheet.ts'

/** A sheet, as it was seen in one window, and what is asked of it. */
export interface Seen {
  sheet: Sheet
  least: LeastSizes
  /** Where the author finds a text. */
  where(text: TextBlock): Where
}

/** Findings that one change will mend. */
interface Group {
  worst: Finding
  where: Where
  /** What they concern, each once. */
  concerned: Set<string>
}

/** The diagnostics of all sheets, worst kinds first. What one change will mend is told once, where it is worst, with how much else it concerns. */
export function audit(seen: readonly Seen[]): Diagnostic[] {
  const groups = new Map<string, Group>()
  for (const { sheet, least, where } of seen) {
    for (const finding of auditSheet(sheet, least)) add(groups, finding, where(finding.text))
  }
  const kinds = Map.groupBy(groups.values(), ({ worst }) => worst.kind)
  return (['overflow', 'overlap', 'covered', 'faint', 'small'] as const)
    .flatMap((kind) => kinds.get(kind) ?? [])
    .map(({ worst, where, concerned }) => describeFinding(worst, where, concerned.size - 1))
}

function add(groups: Map<string, Group>, finding: Finding, where: Where): void {
  const key = keyOf(finding, where)
  const known = groups.get(key)
  const concerned = (known?.concerned ?? new Set()).add(concernedBy(finding, where))
  const isWorse = !known || amountOf(finding) > amountOf(known.worst)
  groups.set(key, { ...(isWorse ? { worst: finding, where } : known), concerned })
}

/** A size is that of everything set like it; words that leave their container do so wherever they stand; who lies over others moves alone. */
function keyOf(finding: Finding, { location, subject, view, chart }: Where): string {
  const { part, words, size } = finding.text
  // The labels of an axis lie over one another at every step.
  if (finding.kind === 'overlap' && finding.text.isLabel && finding.other.isLabel && chart !== undefined)
    return `overlap ${chart.split(',')[0]} ${view} ${words}`
  if (finding.kind === 'small') return `small ${view.split(',')[0]} ${part} ${size.toFixed(1)}`
  if (finding.kind === 'overlap') return `overlap ${location?.file ?? subject ?? view} ${part} ${words}`
  if (finding.kind === 'covered') return `covered ${location?.file ?? subject ?? view} ${finding.cover.name}`
  if (finding.kind === 'faint')
    return `faint ${finding.shade.theme} ${view.split(',')[0]} ${part} ${finding.shade.letters} ${finding.shade.ground}`
  // Of a table that is too long, nearly all do.
  if (part === 'cell') return `overflow ${location?.file ?? subject ?? view} ${part}`
  return `overflow ${finding.text.isLabel ? view : ''} ${part} ${words}`
}

function concernedBy(finding: Finding, { location, subject, chart }: Where): string {
  if (finding.kind === 'overlap') return `${finding.text.isLabel ? chart : ''} ${finding.other.part} ${finding.other.words}`
  return `${location?.file ?? subject} ${finding.kind === 'overflow' && finding.text.part !== 'cell' ? '' : finding.text.words}`
}

function amountOf(finding: Finding): number {
  switch (finding.kind) {
    case 'overflow':
      return finding.by
    case 'overlap':
      return finding.width * finding.height
    case 'covered':
      return areaOf(finding.cover.box)
    case 'faint':
      return -finding.contrast
    case 'small':
      return -finding.text.size
  }
}
