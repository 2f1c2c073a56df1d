import { type Claim, claim, type Table, type Told } from './claim.ts'

const sum = (told: readonly Told[]) => told.reduce((total, { value }) => total + value, 0)

/** What a record is beside all of them: its share, the part of the total that is told, the average, the middle. */
export function aboutWhole(table: Table, one: Told): Claim[] {
  const wholes =
    table.telling.adds === true && table.positive
      ? [...aboutShare(table, one), ...aboutPart(table, one), ...aboutWeight(table, one)]
      : []
  return [...wholes, ...aboutAverage(table, one), ...aboutMiddle(table, one)]
}

function aboutShare(table: Table, one: Told): Claim[] {
  const share = (one.value / table.total) * 100
  // What is about the even share is no news.
  if (share < 3 || (share < 200 / table.told.length && one.rank > 3)) return []
  const value = share < 10 ? Number(share.toFixed(1)) : Math.round(share)
  return [claim(table, one, 'share', share >= 10 ? 5.5 : 2.8, { share: value }, { share: `${table.count(value)}\u00a0%` })]
}

const PARTS = ['0.25', '0.5', '0.75'] as const
/** A part is only passed where nobody could doubt it. */
const MARGIN = 0.001

function aboutPart(table: Table, one: Told): Claim[] {
  const before = sum(table.told.slice(0, one.index)) / table.total
  const after = before + one.value / table.total
  const part = PARTS.findLast((each) => before < Number(each) - MARGIN && after > Number(each) + MARGIN)
  return part === undefined || one.rank === 1
    ? []
    : [claim(table, one, 'passesShare', 8, { part: Number(part) }, { part: table.words.shares[part] })]
}

/** More than so many before it together. */
function aboutWeight(table: Table, one: Told): Claim[] {
  let count = 0
  let weight = 0
  for (const each of table.told.slice(0, one.index).reverse()) {
    weight += each.value
    if (weight * 1.01 >= one.value) break
    count++
  }
  return count < 2
    ? []
    : [claim(table, one, 'outweighs', 4.5 + Math.min(count, 20) / 10, { count }, { count: table.count(count) })]
}

function aboutAverage(table: Table, one: Told): Claim[] {
  const { told, rises, telling } = table
  const mean = telling.print.rounded(table.total / told.length)
  const before = told[one.index - 1]
  if (!rises || !before || told.length < 5 || before.read >= mean || one.read <= mean) return []
  const average = telling.print(mean)
  return average === one.amount || average === before.amount ? [] : [claim(table, one, 'average', 6.5, { mean }, { average })]
}

function aboutMiddle(table: Table, one: Told): Claim[] {
  const { length } = table.told
  if (length < 5 || length % 2 === 0 || one.rank !== (length + 1) / 2) return []
  return [claim(table, one, 'middle', 6, { count: one.index }, { count: table.count(one.index) })]
}
