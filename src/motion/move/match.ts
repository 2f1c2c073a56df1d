import type { Mark, StageState } from '../../story/mark.ts'
import { carry, spanOf } from './geometry.ts'
import { DIRECTIONS, type Ground, isShared } from './ground.ts'
import { findGroups, findIdentity, type Identity, type Row } from './identity.ts'
import type { Origins, Source } from './sources.ts'
import { transportOf } from './transport.ts'

/** One side of a move. */
export interface Side extends Origins {
  state: StageState
}

/** What of two charts belongs together. */
export interface Match {
  /** The mark of the first state that stands for the same as one of the second. */
  pairs: Map<string, string>
  /** The one mark of the other state that a mark comes out of or goes into. */
  parents: Map<string, string>
}

/** Tells which marks of two states stand for the same: data by their identity, guides by their value where both charts show the same. */
export function matchStates(a: Side, b: Side, author: readonly string[] = []): Match {
  const match: Match = { pairs: new Map(), parents: new Map() }
  matchData(a, b, author, match)
  matchGuides(a, b, match)
  return match
}

interface Group {
  name: string
  type: string
  entries: { key: string; row: Row }[]
}

/** Marks that draw data, by the name that their chart gives them. */
function groupsOf({ sources, state }: Side): Group[] {
  const groups = new Map<string, Group>()
  for (const [key, { role, name, type, row }] of sources) {
    if (role !== 'mark' || !row || !state.marks.has(key)) continue
    const id = `${name} ${type}`
    const group = groups.get(id) ?? { name, type, entries: [] }
    groups.set(id, group)
    group.entries.push({ key, row })
  }
  return [...groups.values()]
}

/** Each group meets the one of the other chart with which it shares most: the same name first, then the same type. */
function matchData(a: Side, b: Side, author: readonly string[], match: Match): void {
  const [some, others] = [groupsOf(a), groupsOf(b)]
  const links = others
    .flatMap((to) => some.map((from) => ({ from, to, likeness: likeness(from, to) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((x, y) => y.likeness - x.likeness)
  const met = new Set<Group>()
  for (const { from, to } of links) {
    if (met.has(from) || met.has(to) || !matchGroup(from, to, author, match)) continue
    met.add(from).add(to)
  }
  for (const { from, to } of links) {
    if (met.has(from) || met.has(to)) continue
    if (gatherInBins(to, b, from, a, match.parents) || gatherInBins(from, a, to, b, match.parents)) met.add(from).add(to)
  }
  for (const from of some)
    for (const to of others) {
      const isApart = met.has(from) || met.has(to) || from.type === 'text' || to.type === 'text'
      if (isApart || isOutline(from.type) === isOutline(to.type)) continue
      const [outline, points] = isOutline(from.type) ? [from, to] : [to, from]
      const { sources } = outline === from ? a : b
      const knots = outline.entries.reduce((sum, { key }) => sum + (sources.get(key)?.vertices?.length ?? 0), 0)
      if (knots === points.entries.length && gather(outline, points, match.parents)) met.add(from).add(to)
    }
}

/** An outline through many rows is never a mark of one. */
function likeness(from: Group, to: Group): number {
  if (isOutline(from.type) !== isOutline(to.type) || (isOutline(from.type) && from.type !== to.type)) return 0
  if ((from.type === 'text') !== (to.type === 'text')) return 0
  return 1 + (from.type === to.type ? 1 : 0) + (from.name === to.name ? 2 : 0)
}

function isOutline(type: string): boolean {
  return type === 'line' || type === 'area' || type === 'trail'
}

/** Marks that their authors name and key alike in both charts, as `nameMark` knows them. */
function isKeyed({ entries }: Group): boolean {
  return entries.every(({ key }) => key.includes('/') && !key.includes(':'))
}

function matchGroup(from: Group, to: Group, author: readonly string[], match: Match): boolean {
  if (author.length === 0 && from.name === to.name && isKeyed(from) && isKeyed(to)) return matchByKey(from, to, match)
  const [rows, otherRows] = [from, to].map(({ entries }) => entries.map(({ row }) => row)) as [Row[], Row[]]
  const identity = findIdentity(rows, otherRows, author)
  if (identity) return matchByIdentity(from, to, identity, match)
  if (gather(from, to, match.parents) || gather(to, from, match.parents)) return true
  return isNameless(from) && isNameless(to) && from.type === to.type && matchByPlace(from, to, match)
}

/** A single mark that nothing names, such as the sum of all rows. */
function isNameless({ entries: [entry, ...others] }: Group): boolean {
  return others.length === 0 && !Object.values(entry?.row ?? {}).some((value) => typeof value === 'string')
}

function matchByKey(from: Group, to: Group, { pairs }: Match): boolean {
  const known = new Set(from.entries.map(({ key }) => key))
  for (const { key } of to.entries) if (known.has(key)) pairs.set(key, key)
  return true
}

function matchByIdentity(from: Group, to: Group, identity: Identity, { pairs }: Match): boolean {
  const waiting = new Map<string, string[]>()
  for (const { key, row } of from.entries) {
    const id = identity(row)
    if (id !== undefined) waiting.set(id, [...(waiting.get(id) ?? []), key])
  }
  let count = 0
  for (const { key, row } of to.entries) {
    const found = waiting.get(identity(row) ?? '')?.shift()
    if (found === undefined) continue
    pairs.set(key, found)
    count++
  }
  return count > 0
}

/** What has no name at all is told by its place. */
function matchByPlace(from: Group, to: Group, { pairs }: Match): boolean {
  pairs.set(to.entries[0]?.key ?? '', from.entries[0]?.key ?? '')
  return true
}

/** Members come out of their group, or go into it. */
function gather(groups: Group, members: Group, parents: Map<string, string>): boolean {
  const isSingle = isOutline(groups.type) && !isOutline(members.type) && groups.entries.length === 1
  const groupOf = isSingle
    ? () => 0
    : findGroups(
        groups.entries.map(({ row }) => row),
        members.entries.map(({ row }) => row),
      )
  if (!groupOf) return false
  for (const { key, row } of members.entries) {
    const parent = groups.entries[groupOf(row)]
    if (parent) parents.set(key, parent.key)
  }
  return true
}

/** How far a mark may reach over the edge of its bin, which leaves room to the next one, in px. */
const EDGE = 1.5

/** Members lie along a scale in the bars that their values fall into, as in the bins of a histogram. */
function gatherInBins(groups: Group, own: Side, members: Group, other: Side, parents: Map<string, string>): boolean {
  if (groups.type !== 'rect' || groups.entries.length >= members.entries.length) return false
  return DIRECTIONS.some((direction) => {
    if (own.ground.scales[direction]?.isDiscrete || !isShared(own.ground, other.ground, direction)) return false
    const transport = transportOf(other.ground, own.ground, direction)
    const spans = ({ state, sources }: Side, { entries }: Group) =>
      entries.map(({ key }) => ({ key, span: spanOf(state.marks.get(key) as Mark, direction, sources.get(key)) }))
    const bins = spans(own, groups).sort((one, next) => one.span[0] - next.span[0])
    const areApart = bins.every(
      ({ span }, index) => span[0] < span[1] && span[0] >= (bins[index - 1]?.span[1] ?? -Infinity) - EDGE,
    )
    const found = spans(other, members).flatMap(({ key, span }) => {
      const [start, end] = carry(span, transport) ?? []
      if (start === undefined || end === undefined) return []
      const bin = bins.find(
        ({ span: [least, most] }) => Math.min(start, end) >= least - EDGE && Math.max(start, end) <= most + EDGE,
      )
      return bin ? [[key, bin.key] as const] : []
    })
    const used = new Set(found.map(([, bin]) => bin))
    if (!areApart || used.size < 2 || found.length < members.entries.length * 0.9) return false
    for (const [key, parent] of found) parents.set(key, parent)
    return true
  })
}

/** Ticks, labels and grid lines meet by their value on a shared scale; what an axis, a legend or a chart has once, by what it is. */
function matchGuides(a: Side, b: Side, { pairs }: Match): void {
  const shared = new Map(DIRECTIONS.map((direction) => [direction, isShared(a.ground, b.ground, direction)]))
  const named = new Map<string, string[]>()
  const idOf = (source: Source, ground: Ground) => guideId(source, shared.get(source.along ?? 'x') ?? false, ground)
  for (const [key, source] of a.sources) {
    const id = a.state.marks.has(key) ? idOf(source, a.ground) : undefined
    if (id !== undefined) named.set(id, [...(named.get(id) ?? []), key])
  }
  for (const [key, source] of b.sources) {
    const id = b.state.marks.has(key) ? idOf(source, b.ground) : undefined
    const found = id === undefined ? undefined : named.get(id)?.shift()
    if (found !== undefined) pairs.set(key, found)
  }
}

function guideId({ role, along, value, row }: Source, isOnSharedScale: boolean, ground: Ground): string | undefined {
  if (role === 'mark') return row ? undefined : 'mark'
  if (!along) return role.startsWith('legend') && value === undefined ? undefined : `${role} ${String(value)}`
  if (value === undefined) return isOnSharedScale || role === 'axis-domain' ? `${role} ${along}` : undefined
  return isOnSharedScale ? `${role} ${along} ${String(value)} ${ground.scales[along]?.isDiscrete}` : undefined
}
