import { type OutlineCommand, outlineText } from './outline.ts'
import { outlineOf, type SceneItem } from './scenegraph.ts'

/** A corner that spans less than this with its neighbours, in px² of the frame, is not seen. */
const UNSEEN = 2

/** Fewer corners than this in all are not worth it. */
const FEW = 2000

/** Corners are told apart to this part of a px of the frame. */
const GRID = 2

/** Decimals of what is still to be put into its frame. */
const DECIMALS = 4

type Point = readonly [x: number, y: number]
type Ring = readonly Point[]

/**
 * Outlines of the shapes of a map, at (x, y), with no more corners than are seen when the map is enlarged by `zoom`. Shapes that share
 * a border keep sharing it: what lies between two corners where borders meet is simplified once. Empty for what is no map of many
 * corners.
 */
export function simplifiedShapes(items: readonly SceneItem[], x: number, y: number, zoom: number): Map<SceneItem, string> {
  const grid = GRID * zoom
  // Corners are counted in steps of the grid, which are whole numbers.
  const rings = new Map(items.flatMap((item) => entryOf(item, x, y, grid)))
  if (rings.size < items.length || [...rings.values()].flat().reduce((sum, ring) => sum + ring.length, 0) < FEW) return new Map()
  const junctions = findJunctions([...rings.values()].flat())
  const known = new Map<string, Ring>()
  return new Map(
    [...rings].flatMap(([item, own]): [SceneItem, string][] => {
      const commands = own.flatMap((ring) => commandsOf(simplifyRing(ring, junctions, known), grid))
      // What is smaller than a step of the grid keeps its own outline.
      return commands.length > 0 ? [[item, outlineText(commands, DECIMALS)]] : []
    }),
  )
}

/** The rings of an item that has nothing else. */
function entryOf(item: SceneItem, x: number, y: number, grid: number): [SceneItem, Ring[]][] {
  const outline = outlineOf(item)
  if (!/^(?:M[^A-Za-z]+(?:L[^A-Za-z]+)*Z)*$/.test(outline)) return []
  const rings = outline.split('Z').flatMap((ring) => {
    const points = ring
      .slice(1)
      .split('L')
      .map((pair): Point => {
        const [left = '0', top = '0'] = pair.split(',')
        return [Math.round((Number(left) + x) * grid), Math.round((Number(top) + y) * grid)]
      })
      .filter(([left, top], index, all) => left !== all[index - 1]?.[0] || top !== all[index - 1]?.[1])
    const [first, last] = [points[0], points.at(-1)]
    if (points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) points.pop()
    return points.length > 2 ? [points] : []
  })
  return [[item, rings]]
}

/** Corners where borders meet: they have more than two neighbours among all rings. */
function findJunctions(rings: readonly Ring[]): Set<string> {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings) {
    const keys = ring.map(String)
    for (const [index, key] of keys.entries()) {
      const known = neighbours.get(key) ?? new Set()
      neighbours.set(key, known.add(keys.at(index - 1) ?? '').add(keys[(index + 1) % keys.length] ?? ''))
    }
  }
  return new Set([...neighbours].flatMap(([key, all]) => (all.size > 2 ? [key] : [])))
}

/** A ring as lines from junction to junction, each simplified once for both sides; an island begins at its first corner from the left. */
function simplifyRing(ring: Ring, junctions: ReadonlySet<string>, known: Map<string, Ring>): Ring {
  const at = ring.findIndex((point) => junctions.has(String(point)))
  const start = at >= 0 ? at : ring.reduce((best, point, index) => (isBefore(point, ring[best] ?? point) ? index : best), 0)
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)]
  const ends = turned.flatMap((point, index) => (index > 0 && junctions.has(String(point)) ? [index] : []))
  const lines = (ends.length > 0 ? ends : [turned.length - 1]).map((end, index) => turned.slice(ends[index - 1] ?? 0, end + 1))
  // Where a line ends the next one begins.
  return lines.flatMap((line) => simplifyLine(line, known).slice(0, -1))
}

function isBefore([x, y]: Point, [otherX, otherY]: Point): boolean {
  return x < otherX || (x === otherX && y < otherY)
}

/** The same whichever way it is walked. */
function simplifyLine(line: readonly Point[], known: Map<string, Ring>): Ring {
  const [first, last] = [line[0] as Point, line.at(-1) as Point]
  const isClosed = first === last || String(first) === String(last)
  const [second, before] = [line[1] as Point, line.at(-2) as Point]
  const isTurned = isClosed ? isBefore(before, second) : isBefore(last, first)
  const forward = isTurned ? line.toReversed() : line
  const key = forward.join(' ')
  const simple = known.get(key) ?? withoutUnseen(forward, isClosed ? 4 : 2)
  known.set(key, simple)
  return isTurned ? simple.toReversed() : simple
}

/** Visvalingam's way: the corner that spans least goes first, until all are seen; the ends stay. */
function withoutUnseen(line: readonly Point[], least: number): Ring {
  const points = [...line]
  const areas = points.map((_, index) => spanOf(points, index))
  while (points.length > least) {
    let smallest = 1
    for (let index = 2; index < points.length - 1; index++)
      if ((areas[index] ?? Infinity) < (areas[smallest] ?? Infinity)) smallest = index
    if (!((areas[smallest] ?? Infinity) < UNSEEN * GRID * GRID)) break
    points.splice(smallest, 1)
    areas.splice(smallest, 1)
    for (const index of [smallest - 1, smallest]) areas[index] = spanOf(points, index)
  }
  return points
}

/** The area of the triangle that a point forms with its neighbours; the ends have none. */
function spanOf(points: readonly Point[], index: number): number {
  const [before, at, after] = [points[index - 1], points[index], points[index + 1]]
  if (!before || !at || !after) return Infinity
  return Math.abs((at[0] - before[0]) * (after[1] - before[1]) - (after[0] - before[0]) * (at[1] - before[1])) / 2
}

function commandsOf(ring: Ring, grid: number): OutlineCommand[] {
  if (ring.length < 2) return []
  return [...ring.map(([x, y], index): OutlineCommand => [index === 0 ? 'm' : 'l', x / grid, y / grid]), ['z']]
}
