import type { Data, Scale, Spec } from 'vega'
import * as vega from 'vega'
import type { SceneItem, SceneMark } from './scenegraph.ts'
import type { SpecMark } from './vegaSpec.ts'

const { field, tupleid } = vega as unknown as {
  field(path: string): (row: unknown) => unknown
  tupleid(row: unknown): number | undefined
}

/** Tells the items of one mark apart. */
export type KeyOf = (item: SceneItem) => unknown

/** Scales whose values are names, not amounts. */
const DISCRETE = ['band', 'point', 'ordinal']

type Json = Readonly<Record<string, unknown>>

/**
 * Finds what tells the items of a mark apart that has no key: the group-by of its rows, the discrete fields that it draws, a field
 * of names, the row itself, and at last the place in the mark. A mark is asked once, at the first step that has items of it, so
 * that all steps agree. `firstRow` is Vega's number of the chart's first row; numbers go on from one chart to the next. `time` is the field
 * of what goes by while all else stays the same.
 */
export function createKeyInference(
  spec: Spec,
  firstRow: () => number,
  time?: string,
): (mark: SceneMark, spec: SpecMark | undefined) => KeyOf {
  const known = new Map<SpecMark, KeyOf>()
  return (mark, specMark) => {
    const found = specMark && known.get(specMark)
    if (found) return found
    const ranks = ranksIn(spec)
    const isRank = (name: string) => ranks.has(name) || (time !== undefined && isNumber(mark.items[0], name))
    const keyOf = findKey(mark, candidatesOf(spec, specMark, time), isRank, firstRow)
    if (specMark) known.set(specMark, keyOf)
    return keyOf
  }
}

/** A rank tells rows apart, but the next time it is another's: it is taken where there is nothing else. */
function findKey(
  { items }: SceneMark,
  candidates: readonly string[][],
  isRank: (name: string) => boolean,
  firstRow: () => number,
): KeyOf {
  const names = nameFields(items[0]?.datum).map((name) => [name])
  const [ranks, others] = [
    candidates.filter((fields) => fields.some(isRank)),
    candidates.filter((fields) => !fields.some(isRank)),
  ]
  for (const fields of [...others, ...names, ...ranks]) {
    const keyOf = joined(fields)
    if (isUnique(items.map(keyOf))) return keyOf
  }
  const first = firstRow()
  const byRow: KeyOf = ({ datum }) => rowNumber(datum, first)
  return isUnique(items.map(byRow)) ? byRow : byPosition
}

function joined(fields: readonly string[]): KeyOf {
  const accessors = fields.map((name) => field(name))
  return ({ datum }) => {
    const values = accessors.map((access) => (datum === undefined ? undefined : access(datum)))
    if (values.some((value) => value === undefined)) return undefined
    return values.map((value) => (value instanceof Date ? value.getTime() : String(value))).join('|')
  }
}

const byPosition: KeyOf = (item) => item.mark.items.indexOf(item)

function rowNumber(datum: SceneItem['datum'], first: number): string | undefined {
  const id = datum && tupleid(datum)
  return id === undefined ? undefined : `#${id - first}`
}

function isUnique(keys: readonly unknown[]): boolean {
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

/** Fields that number the rows of a window. */
function ranksIn({ data = [] }: Spec): Set<string> {
  const transforms = data.flatMap((set) => (set.transform ?? []) as unknown as Json[])
  return new Set(transforms.flatMap(({ type, as }) => (type === 'window' ? [as ?? []].flat().map(String) : [])))
}

function isNumber(item: SceneItem | undefined, name: string): boolean {
  return item?.datum !== undefined && typeof field(name)(item.datum) === 'number'
}

/** Fields that hold words. */
function nameFields(datum: SceneItem['datum']): string[] {
  return Object.entries(datum ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [name.replace(/[.[\]\\'"]/g, '\\$&')] : [],
  )
}

/** Combinations of fields that may be a key, the best first. */
function candidatesOf(spec: Spec, mark: SpecMark | undefined, time?: string): string[][] {
  if (!mark) return []
  const drawn = discreteFields(spec, mark)
  const grouped = groupBy(spec.data ?? [], mark.from?.data).filter((name) => name !== time)
  const both = [...new Set([...grouped, ...drawn])]
  return [drawn, grouped, both].filter((fields) => fields.length > 0)
}

/** The group-by of the last aggregate that a data set has been through. */
function groupBy(sets: readonly Data[], name: string | undefined): string[] {
  const set = sets.find((each) => each.name === name)
  if (!set) return []
  const transforms = (set.transform ?? []) as unknown as Json[]
  const aggregate = transforms.findLast(({ type }) => type === 'aggregate')
  if (aggregate) return [aggregate.groupby ?? []].flat().filter((each) => typeof each === 'string')
  return 'source' in set && typeof set.source === 'string' ? groupBy(sets, set.source) : []
}

function discreteFields({ scales = [] }: Spec, { encode }: SpecMark): string[] {
  const isDiscrete = (name: unknown) => scales.some((scale: Scale) => scale.name === name && DISCRETE.includes(scale.type ?? ''))
  const channels = Object.values(encode?.update ?? {}).flat() as Json[]
  const fields = channels.flatMap(({ scale, field: name }) => (typeof name === 'string' && isDiscrete(scale) ? [name] : []))
  return [...new Set(fields)]
}
