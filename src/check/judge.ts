import type { Problem } from '../problem.ts'
import { findOffences, type LeastSizes, type Offence } from './offences.ts'
import type { Sheet, TextBlock } from './sheet.ts'
import { sameness, tellOffence, type Where } from './tell.ts'

/** A sheet, as it was seen in one window, and what is asked of it. */
export interface Seen {
  sheet: Sheet
  least: LeastSizes
  /** Where the author finds a text. */
  where(text: TextBlock): Where
}

/** The problems of all sheets; what is seen again, at another step or in another window, is told once, where it is worst. */
export function judge(seen: readonly Seen[]): Problem[] {
  const worst = new Map<string, { offence: Offence; where: Where }>()
  for (const { sheet, least, where } of seen) {
    for (const offence of findOffences(sheet, least)) {
      const at = where(offence.text)
      const key = `${at.place?.file ?? at.subject ?? at.view} ${sameness(offence)}`
      const known = worst.get(key)
      if (!known || amountOf(offence) > amountOf(known.offence)) worst.set(key, { offence, where: at })
    }
  }
  return [...worst.values()].map(({ offence, where }) => tellOffence(offence, where))
}

function amountOf(offence: Offence): number {
  if (offence.kind === 'overflow') return offence.by
  return offence.kind === 'overlap' ? offence.width * offence.height : -offence.text.size
}
