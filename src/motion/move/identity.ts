/** A row as its values can be compared. */
export type Row = Readonly<Record<string, unknown>>

/** Tells rows apart; rows of two charts that it gives the same text are the same thing. */
export type Identity = (row: Row) => string | undefined

/** Of the smaller side, so many rows must be there on the other side, too, for whole rows to be what is followed. */
const MOST_ROWS = 0.5

/** How many fields together may tell rows apart. */
const MOST_FIELDS = 3

/**
 * Finds what tells the rows of two charts apart in both: the author's fields, whole rows where the charts share them, else the fewest
 * fields of names under which most rows meet. Undefined when there is nothing.
 */
export function findIdentity(some: readonly Row[], others: readonly Row[], author: readonly string[] = []): Identity | undefined {
  if (author.length > 0 && tellsApart(author, some) && tellsApart(author, others)) return byFields(author)
  const fields = Object.keys(some[0] ?? {}).filter((field) => field in (others[0] ?? {}))
  const whole = byFields(fields)
  const least = Math.min(some.length, others.length)
  if (fields.length > 1 && meeting(whole, some, others) >= MOST_ROWS * least) return whole
  const names = fields.filter((field) => isNaming(field, some) && isNaming(field, others))
  return (
    bestOf(combinations(names), some, others) ??
    bestOf([fields.filter((field) => isCounting(field, [...some, ...others]))].flatMap(combinations), some, others)
  )
}

function bestOf(candidates: readonly string[][], some: readonly Row[], others: readonly Row[]): Identity | undefined {
  let best: { identity: Identity; size: number; count: number } | undefined
  for (const fields of candidates) {
    if (best && fields.length > best.size) break
    if (!tellsApart(fields, some) || !tellsApart(fields, others)) continue
    const identity = byFields(fields)
    const count = meeting(identity, some, others)
    if (count > (best?.count ?? 0)) best = { identity, size: fields.length, count }
  }
  return best?.identity
}

/** All combinations of a few fields, the smallest first. */
function combinations(fields: readonly string[]): string[][] {
  const all: string[][] = []
  let last: string[][] = [[]]
  for (let size = 1; size <= Math.min(MOST_FIELDS, fields.length); size++) {
    last = last.flatMap((chosen) => fields.slice(fields.indexOf(chosen.at(-1) ?? '') + 1).map((field) => [...chosen, field]))
    all.push(...last.slice(0, MOST_COMBINATIONS))
  }
  return all
}

const MOST_COMBINATIONS = 60

/** The values of some fields as one text. */
function byFields(fields: readonly string[]): Identity {
  return (row) => {
    const values = fields.map((field) => row[field])
    return values.includes(undefined) ? undefined : JSON.stringify(values)
  }
}

/** Whether no two rows have the same values of these fields. */
function tellsApart(fields: readonly string[], rows: readonly Row[]): boolean {
  const keys = rows.map(byFields(fields))
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

/** How many of the others meet one of some. */
function meeting(identity: Identity, some: readonly Row[], others: readonly Row[]): number {
  const known = new Set(some.map(identity))
  return new Set(others.map(identity).filter((key) => key !== undefined && known.has(key))).size
}

/** A field of words, or of what is true or false. */
function isNaming(field: string, rows: readonly Row[]): boolean {
  return rows.some((row) => typeof row[field] === 'string' || typeof row[field] === 'boolean')
}

/** A field of whole numbers, such as a year or a number in a list. */
function isCounting(field: string, rows: readonly Row[]): boolean {
  return rows.every((row) => typeof row[field] !== 'number' || Number.isInteger(row[field]))
}

/**
 * The group of each of many rows among few, by the fields of names that tell the groups apart; undefined when the rows are not theirs.
 */
export function findGroups(groups: readonly Row[], members: readonly Row[]): ((row: Row) => number) | undefined {
  const fields = Object.keys(groups[0] ?? {}).filter((field) => field in (members[0] ?? {}) && isNaming(field, groups))
  if (groups.length >= members.length || fields.length === 0 || !tellsApart(fields, groups)) return undefined
  const identity = byFields(fields)
  const position = new Map(groups.map((row, index) => [identity(row), index]))
  const groupOf = (row: Row) => position.get(identity(row)) ?? -1
  const found = members.filter((row) => groupOf(row) >= 0).length
  return found >= members.length * 0.9 ? groupOf : undefined
}
