import type { Overrides } from '../../src/init/choose-roles.ts'
import { understood } from '../../src/init/describe-draft.ts'
import { type Inferred, infer } from '../../src/init/infer.ts'

/** What is inferred from a table. */
export function inferred(text: string | Uint8Array, overrides: Overrides = {}, file = 'list.csv'): Inferred {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return infer({ file, bytes, date: '2024-01-01', overrides })
}

/** `name by value in unit; first; rank, id and group; facts; language; without names`. */
export function told({ draft }: Inferred): string {
  const { name, value, unit, first, rank, group, facts, language, leftOut } = understood(draft)
  const parts = [
    `${name} by ${value}${unit === null ? '' : ` in ${unit}`}`,
    first === 'largest' ? '' : first,
    rank === null ? '' : `rank ${rank}`,
    group === null ? '' : `group ${group}`,
    facts.length === 0 ? '' : `facts ${facts.join(', ')}`,
    language === 'en' ? '' : language,
    leftOut.length === 0 ? '' : `without ${leftOut.map((each) => each.name || each.line).join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** The values of the records that are told, in the order of the file. */
export const values = ({ draft }: Inferred) => draft.rows.map((row) => draft.value.source.numbers?.[row])

/** A file of these lines. */
export const lines = (...rows: string[]) => `${rows.join('\n')}\n`
