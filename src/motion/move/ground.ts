import type { Spec } from 'vega'
import type { Placing } from '../place-marks.ts'
import { numberOf, type SceneItem, type SceneMark } from '../scenegraph.ts'
import { fieldsOn } from './scale-fields.ts'

/** The two directions of a chart. */
export type Direction = 'x' | 'y'

export const DIRECTIONS = ['x', 'y'] as const

/** A scale of positions as it stands in the frame; positions are px of the frame. */
export interface GroundScale {
  isDiscrete: boolean
  /** What it shows, each field by the name that the data themselves have for it. */
  fields: readonly string[]
  domain: readonly unknown[]
  /** Where a value begins, and NaN or undefined where it has no place. */
  place(value: unknown): number | undefined
  /** The value at a position of a continuous scale. */
  valueAt(position: number): unknown
  /** Width of a band, in px; 0 unless the scale has bands. */
  band: number
}

/** What the marks of a chart stand on: the box of the plot, and its scales. */
export interface Ground {
  x: readonly [least: number, most: number]
  y: readonly [least: number, most: number]
  /** How far each cell of a facet is from the first one, on which the scales are; px. */
  cells?: Record<Direction, readonly number[]>
  scales: Partial<Record<Direction, GroundScale>>
}

/** A scale of Vega's, as far as this room reads it. */
interface VegaScale {
  (value: unknown): number
  type: string
  domain(): unknown[]
  invert?(position: number): unknown
  bandwidth?(): number
  copy(): VegaScale
}

const POSITIONAL = /^(?:band|point|linear|log|pow|sqrt|symlog|time|utc)$/

/** Reads the ground off a chart as last computed: its scales are those of its axes, else those that its marks call x and y. */
export function groundOf(root: SceneMark, origin: { x: number; y: number }, spec: Spec): Ground {
  const item = root.items[0] as SceneItem
  const cells = item.items?.find(({ role, name }) => role === 'scope' && name === 'cell')?.items ?? []
  const [plot = item] = cells
  const [left, top] = cells.length > 0 ? [origin.x + numberOf(plot, 'x'), origin.y + numberOf(plot, 'y')] : [origin.x, origin.y]
  const apart = (direction: Direction) => cells.map((cell) => numberOf(cell, direction) - numberOf(plot, direction))
  const ground: Ground = {
    x: [left, left + Number(plot.width ?? 0)],
    y: [top, top + Number(plot.height ?? 0)],
    scales: {},
    ...(cells.length > 1 && { cells: { x: apart('x'), y: apart('y') } }),
  }
  for (const direction of DIRECTIONS) {
    const name = scaleOfAxis(item, direction) ?? direction
    const scale = scaleNamed(item, name)
    if (!scale || !POSITIONAL.test(scale.type)) continue
    const start = direction === 'x' ? left : top
    ground.scales[direction] = readScale(scale.copy(), scale.type, start, fieldsOn(spec, name))
  }
  return ground
}

function scaleOfAxis({ items = [] }: SceneItem, direction: Direction): string | undefined {
  const sides = direction === 'x' ? ['bottom', 'top'] : ['left', 'right']
  const axis = items.find(({ role, items: [axisItem] }) => role === 'axis' && sides.includes(String(axisItem?.orient)))
  const name = axis?.items[0]?.datum?.scale
  return typeof name === 'string' ? name : undefined
}

function scaleNamed({ context }: SceneItem, name: string): VegaScale | undefined {
  const { scales } = Object(context) as { scales?: Record<string, { value?: VegaScale }> }
  return scales?.[name]?.value
}

function readScale(scale: VegaScale, type: string, start: number, fields: readonly string[]): GroundScale {
  return {
    isDiscrete: type === 'band' || type === 'point',
    fields,
    domain: scale.domain(),
    place: (value) => {
      const position = scale(value)
      return Number.isFinite(position) ? position + start : undefined
    },
    valueAt: (position) => scale.invert?.(position - start),
    band: scale.bandwidth?.() ?? 0,
  }
}

/** The same ground in a frame in which its chart is put elsewhere. */
export function placeGround({ x: across, y: down, cells, scales }: Ground, { zoom, x, y }: Placing): Ground {
  const moved: Ground = {
    x: [across[0] * zoom + x, across[1] * zoom + x],
    y: [down[0] * zoom + y, down[1] * zoom + y],
    scales: {},
    ...(cells && { cells: { x: cells.x.map((each) => each * zoom), y: cells.y.map((each) => each * zoom) } }),
  }
  for (const direction of DIRECTIONS) {
    const scale = scales[direction]
    const shift = direction === 'x' ? x : y
    if (scale) moved.scales[direction] = placeScale(scale, zoom, shift)
  }
  return moved
}

function placeScale(scale: GroundScale, zoom: number, shift: number): GroundScale {
  return {
    ...scale,
    place: (value) => {
      const position = scale.place(value)
      return position === undefined ? undefined : position * zoom + shift
    },
    valueAt: (position) => scale.valueAt((position - shift) / zoom),
    band: scale.band * zoom,
  }
}

/** The middle of the place of a value, in px; undefined where it has none. */
export function middleOf({ scales }: Ground, direction: Direction, value: unknown): number | undefined {
  const [scale, start] = [scales[direction], scales[direction]?.place(value)]
  return start === undefined ? undefined : start + (scale?.band ?? 0) / 2
}

/** Whether two grounds show the same along a direction, so that a value of one has its place in the other. */
export function isShared(a: Ground, b: Ground, direction: Direction): boolean {
  const [from, to] = [a.scales[direction], b.scales[direction]]
  if (!from || !to || from.isDiscrete !== to.isDiscrete) return false
  return from.fields.some((field) => to.fields.includes(field))
}

/** Whether two grounds show the same along any direction. */
export function areRelated(a: Ground, b: Ground): boolean {
  return DIRECTIONS.some((direction) => isShared(a, b, direction))
}
