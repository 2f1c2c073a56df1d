import type { Mark, StageState } from '../../story/mark.ts'
import { remember } from './remember.ts'

/** Where a scale puts a value: attribute values, numbers in px. */
export type Place = Record<string, string>

/** The scales of a state, read off the marks that stand on them: gridlines, ticks and their labels. */
export interface Scales {
  /** Where a mark of this key would be on its scale, or undefined when there is none. */
  place(key: string, mark: Mark): Place | undefined
}

/** Guides and other rules and texts whose key ends in a number stand on a scale: `axis-left-tick@20`, `grid/20`, `rule/grid-20`. */
const VALUE = /^(.+[@/-])([\d.]+)$/

/** How far marks may be from a straight line, in px. */
const TOLERANCE = 1

type Point = [value: number, position: number]

/** Positions by attribute. */
type Points = Map<string, Point[]>

/** Reads the scales off a state, when the first mark is placed on one. */
export function scalesOf(state: StageState): Scales {
  let groups: Map<string, Points> | undefined
  const scales = new Map<string, Scale>()
  return {
    place(key, mark) {
      const [, group, value] = (stands(mark) && VALUE.exec(key)) || []
      if (group === undefined) return undefined
      groups ??= groupMarks(state)
      return remember(scales, group, () => readScale(groups?.get(group))).at?.(Number(value))
    },
  }
}

interface Scale {
  at?: (value: number) => Place
}

function stands(mark: Mark): boolean {
  return mark.kind === 'rule' || (mark.kind === 'text' && !mark.angle)
}

function groupMarks({ marks }: StageState): Map<string, Points> {
  const groups = new Map<string, Points>()
  for (const [key, mark] of marks) {
    const [, group, value] = (stands(mark) && VALUE.exec(key)) || []
    if (group === undefined) continue
    const points = remember<string, Points>(groups, group, () => new Map())
    for (const [name, position] of positionsOf(mark)) remember(points, name, () => [] as Point[]).push([Number(value), position])
  }
  return groups
}

function readScale(points: Points = new Map()): Scale {
  const fits = [...points].map(([name, all]) => ({
    name,
    count: all.length,
    at: lineThrough(all, (value) => value) ?? lineThrough(all, Math.log),
  }))
  const isScale =
    (fits.length > 0 && fits.every(({ at }) => at)) || fits.some(({ at, count }) => at && count > 2 && at(0) !== at(1))
  if (!isScale) return {}
  return { at: (value) => Object.fromEntries(fits.flatMap(({ name, at }) => (at ? [[name, `${at(value)}`]] : []))) }
}

function positionsOf(mark: Mark): [string, number][] {
  const { x, y } = mark
  if (mark.kind !== 'rule')
    return [
      ['x', x],
      ['y', y],
    ]
  return [
    ['x1', x],
    ['y1', y],
    ['x2', mark.x2],
    ['y2', mark.y2],
  ]
}

/** The straight line through all points, kept within a step of them, or undefined when there is none. */
function lineThrough(points: readonly Point[], transform: (value: number) => number): ((value: number) => number) | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return undefined
  const start = transform(first[0])
  const slope = (last[1] - first[1]) / (transform(last[0]) - start)
  const line = (value: number) => first[1] + slope * (transform(value) - start)
  if (!points.every(([value, position]) => Math.abs(line(value) - position) <= TOLERANCE)) return undefined
  const positions = points.map(([, position]) => position)
  const [least, most] = [Math.min(...positions), Math.max(...positions)]
  const step = (most - least) / (points.length - 1)
  return (value) => Math.max(least - step, Math.min(most + step, line(value)))
}
