import type { Mark, StageState } from '../story/mark.ts'
import { remember } from '../util/remember.ts'

/** Where a scale puts a value: properties of a mark, in px. */
export type Place = Partial<Record<(typeof PROPERTIES)[number], number>>

const PROPERTIES = ['x', 'y', 'x2', 'y2'] as const

/** Guides and other rules and texts whose key ends in a number stand on a scale: `axis-left-tick@20`, `grid/20`, `rule/grid-20`. */
const VALUE = /^(.+[@/-])([\d.]+)$/

/** How far marks may be from a straight line, in px. */
const TOLERANCE = 1

type Point = readonly [value: number, position: number]

/**
 * Reads the scales off a state: they are those of the marks that stand on them, gridlines, ticks and their labels. What comes back tells
 * where a mark of a key would be on its scale, and is undefined when there is none.
 */
export function scalesOf({ marks }: StageState): (key: string, mark: Mark) => Place | undefined {
  const groups = new Map<string, [value: number, mark: Place][]>()
  for (const [key, mark] of marks) {
    const [, group, value] = parts(key, mark)
    if (group !== undefined) remember<string, [number, Place][]>(groups, group, () => []).push([Number(value), mark])
  }
  return (key, mark) => {
    const [, group = '', value] = parts(key, mark)
    const all = groups.get(group) ?? []
    const fits = PROPERTIES.filter((name) => name in mark).map((name) => {
      const points = all.map(([at, other]): Point => [at, other[name] ?? 0])
      return { name, at: lineThrough(points, (each) => each) ?? lineThrough(points, Math.log) }
    })
    const isScale = fits.every(({ at }) => at) || (all.length > 2 && fits.some(({ at }) => at && at(0) !== at(1)))
    if (!isScale) return undefined
    return Object.fromEntries(fits.flatMap(({ name, at }) => (at ? [[name, at(Number(value))]] : [])))
  }
}

function parts(key: string, mark: Mark): readonly string[] {
  const stands = mark.kind === 'rule' || (mark.kind === 'text' && !mark.angle)
  return (stands && VALUE.exec(key)) || []
}

/** The straight line through all points, kept within a step of them, or undefined when there is none. */
function lineThrough(points: readonly Point[], transform: (value: number) => number): ((value: number) => number) | undefined {
  if (points.length < 2) return undefined
  const [first, last] = [points[0], points.at(-1)] as [Point, Point]
  const start = transform(first[0])
  const slope = (last[1] - first[1]) / (transform(last[0]) - start)
  const line = (value: number) => first[1] + slope * (transform(value) - start)
  if (!points.every(([value, position]) => Math.abs(line(value) - position) <= TOLERANCE)) return undefined
  const positions = points.map(([, position]) => position)
  const [least, most] = [Math.min(...positions), Math.max(...positions)]
  const step = (most - least) / (points.length - 1)
  return (value) => Math.max(least - step, Math.min(most + step, line(value)))
}
