import type { Claim, Table, Told } from './claim.ts'
import { claim } from './make.ts'

/** What a record is in its group: the first that is told, the best, the only one, one of a run. */
export function aboutGroup(table: Table, one: Told): Claim[] {
  const { group } = one
  if (group === null) return []
  const alike = table.told.filter((other) => other.group === group)
  const fill = { group }
  const size = { size: alike.length }
  if (alike.length === 1) return [claim(table, one, 'groupOnly', 4.2, size, fill)]
  const run = runBefore(table.told, one) + 1
  return [
    ...(alike[0] === one ? [claim(table, one, 'groupEnters', 5, size, fill)] : []),
    ...(alike.at(-1) === one ? [claim(table, one, 'groupTop', 5, size, fill)] : []),
    ...(run >= 3 && table.told[one.index + 1]?.group !== group
      ? [claim(table, one, 'groupRun', 5.5, { run }, { ...fill, count: table.count(run) })]
      : []),
  ]
}

/** How many of the same group were told right before. */
function runBefore(told: readonly Told[], { index, group }: Told): number {
  const before = told.slice(0, index).reverse()
  const other = before.findIndex((each) => each.group !== group)
  return other === -1 ? before.length : other
}
