import * as vega from 'vega'
import type { SceneItem, SceneMark } from './scenegraph.ts'
import type { SpecMark } from './vegaSpec.ts'

const { field } = vega as unknown as { field(path: string): (row: unknown) => unknown }

/** Names that Vega-Lite gives to marks whose author gave none; they mean something within one chart only. */
const AUTOMATIC = /^(?:(?:layer|concat|child|repeat)_?\w*_)?(?:marks|cell|pathgroup)$/

/** How the items of one mark are told apart. */
export interface Naming {
  /** Readable name of the mark, for messages and keys. */
  name: string
  /** The key of an item within the mark; undefined when the mark has no key. */
  keyOf?: (item: SceneItem) => unknown
}

/**
 * Names a mark. A name of the author's holds in every chart, so that the mark travels from one chart to the next;
 * guides and unnamed marks are bound to their chart. Vega-Lite wants a name once a chart; what follows `__` is left out,
 * so that `record` and `record__gutter` are one kind of mark in two layers. The part after `@` is a value on the guide's scale.
 */
export function nameMark(mark: SceneMark, spec: SpecMark | undefined, chart: string, guide: string): Naming {
  if (guide !== '' || isGuide(mark)) return nameGuide(mark, chart, guide)
  if (mark.role === 'frame') return { name: `${chart}:frame` }
  const own = mark.name ?? mark.role ?? mark.marktype
  const plain = own.replace(/_(marks|group|pathgroup)$/, '')
  const name = mark.name === undefined || AUTOMATIC.test(own) ? `${chart}:${plain}` : plain.replace(/__\w+$/, '')
  const keyOf = keyAccessor(spec)
  return keyOf ? { name, keyOf: (item) => keyOf(item.datum) } : { name }
}

/** Whether a mark is a whole axis, legend or title. */
export function isGuide({ role = '' }: SceneMark): boolean {
  return /^(axis|legend|title)$/.test(role)
}

function nameGuide(mark: SceneMark, chart: string, guide: string): Naming {
  const kind = (mark.role ?? '').replace(/^(axis|legend|title)-/, '')
  const name = guide === '' ? `${chart}:${kind}` : `${guide}-${kind}`
  const valueAt = (item: SceneItem) => item.datum?.value ?? item.datum?.index
  return mark.items.some((item) => valueAt(item) !== undefined) ? { name, keyOf: valueAt } : { name }
}

/** The key of a mark with `encoding.key`, or of a group that holds one facet of the data each. */
function keyAccessor(spec: SpecMark | undefined): ((row: unknown) => unknown) | undefined {
  if (spec?.key !== undefined) return field(spec.key)
  const groupby = [spec?.from?.facet?.groupby ?? []].flat()
  if (groupby.length === 0) return undefined
  const accessors = groupby.map((name) => field(name))
  return (row) => accessors.map((access) => String(access(row))).join('|')
}

/** The key under which the player knows an item. */
export function itemKey({ name, keyOf }: Naming, item: SceneItem, inGuide: boolean): string {
  if (!keyOf) return name
  const key = keyOf(item)
  return `${name}${inGuide ? '@' : '/'}${key instanceof Date ? key.getTime() : String(key)}`
}
