import type { StageState } from '../../story/mark.ts'
import type { Placing } from '../place-marks.ts'
import { numberOf, type SceneItem, type SceneMark } from '../scenegraph.ts'
import type { Direction, Ground } from './ground.ts'

/** A point that a line or an area is drawn through; px of the frame. */
export interface Vertex {
  x: number
  y: number
  x2?: number
  y2?: number
  item: SceneItem
}

/** What a mark was drawn from. Known while a track is compiled, and never shipped. */
export interface Source {
  /** Vega's type of mark, such as `symbol`. */
  type: string
  /** Vega's role, such as `axis-tick`; `mark` draws data. */
  role: string
  /** The mark's name, alike for all of its items. */
  name: string
  /** The direction along which an axis runs. */
  along?: Direction
  /** What a tick, a grid line or an entry of a legend stands for, or of which scales a legend is. */
  value?: unknown
  /** Its row, as far as it can be compared. */
  row?: Readonly<Record<string, unknown>>
  /** What a line or an area is drawn through. */
  vertices?: readonly Vertex[]
}

/** What is known of a state beside its marks. */
export interface Origins {
  ground: Ground
  sources: ReadonlyMap<string, Source>
}

const known = new WeakMap<StageState, Origins>()

/** Keeps what a state was drawn from for as long as the state itself. */
export function noteOrigins(state: StageState, origins: Origins): void {
  known.set(state, origins)
}

/** What a state was drawn from; undefined for one that no chart drew. */
export function originsOf(state: StageState): Origins | undefined {
  return known.get(state)
}

/** Describes an item; (x, y) is the offset of its group. */
export function sourceOf(item: SceneItem, x: number, y: number): Source {
  const { mark } = item
  const { marktype: type, role = 'mark', name = '' } = mark
  const guide = guideAbove(mark)
  const source: Source = { type, role, name }
  const along = alongOf(guide)
  if (along) source.along = along
  if (guide) source.value = guideValue(item, guide)
  const isOutline = type === 'line' || type === 'area' || type === 'trail'
  const row = isOutline ? facetOf(mark) : item.datum
  if (!guide && row) source.row = plainRow(row)
  if (isOutline && !guide) source.vertices = mark.items.map((each) => vertexOf(each, x, y))
  return source
}

/** The group of the axis or legend that a mark belongs to. */
function guideAbove(mark: SceneMark): SceneItem | undefined {
  for (let group = mark.group; group; group = group.mark.group)
    if (group.mark.role === 'axis' || group.mark.role === 'legend') return group
  return undefined
}

function alongOf(guide: SceneItem | undefined): Direction | undefined {
  if (guide?.mark.role !== 'axis') return undefined
  return guide.orient === 'left' || guide.orient === 'right' ? 'y' : 'x'
}

/** Ticks and entries have a value of their own; the rest of a legend is told by the scales that it explains. */
function guideValue({ datum, mark }: SceneItem, guide: SceneItem): unknown {
  const value = datum?.value
  if (value !== undefined || mark.role?.startsWith('axis')) return value instanceof Date ? value.getTime() : value
  return datum?.label ?? guide.datum?.title
}

/** The row of a facet, which holds what all rows of a line share. */
function facetOf({ group }: SceneMark): Record<string, unknown> | undefined {
  return group?.mark.role === 'scope' ? group.datum : {}
}

/** Plain values alone; what they are compared by. */
function plainRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(row)) {
    if (value instanceof Date) plain[field] = value.getTime()
    else if (typeof value !== 'object' && typeof value !== 'function') plain[field] = value
  }
  return plain
}

function vertexOf(item: SceneItem, x: number, y: number): Vertex {
  const vertex: Vertex = { x: x + numberOf(item, 'x'), y: y + numberOf(item, 'y'), item }
  const [width, height] = [numberOf(item, 'width'), numberOf(item, 'height')]
  if (item.x2 !== undefined || width !== 0) vertex.x2 = x + numberOf(item, 'x2', numberOf(item, 'x') + width)
  if (item.y2 !== undefined || height !== 0) vertex.y2 = y + numberOf(item, 'y2', numberOf(item, 'y') + height)
  return vertex
}

/** The same in a frame in which the chart is put elsewhere. */
export function placeSource(source: Source, { zoom, x, y }: Placing): Source {
  if (!source.vertices) return source
  const vertices = source.vertices.map(({ item, ...at }) => {
    const placed: Vertex = { item, x: at.x * zoom + x, y: at.y * zoom + y }
    if (at.x2 !== undefined) placed.x2 = at.x2 * zoom + x
    if (at.y2 !== undefined) placed.y2 = at.y2 * zoom + y
    return placed
  })
  return { ...source, vertices }
}
