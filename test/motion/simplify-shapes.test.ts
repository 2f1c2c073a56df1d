import { describe, expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { frames } from '../../src/story/frames.ts'
import type { Frame } from '../../src/story/mark.ts'

/** How many cells the country has on each side, and how many corners each border has. */
const [CELLS, CORNERS] = [12, 40]

/** A border's corners wobble by less than is seen; the same from both sides. */
const wobble = (x: number, y: number) => Math.sin(x * 91 + y * 57) * 0.003

/** Corners from one point to another, the last left out. */
function border([x, y]: readonly number[], [toX, toY]: readonly number[]): [number, number][] {
  return Array.from({ length: CORNERS }, (_, index) => {
    const [left, top] = [
      (x ?? 0) + (((toX ?? 0) - (x ?? 0)) * index) / CORNERS,
      (y ?? 0) + (((toY ?? 0) - (y ?? 0)) * index) / CORNERS,
    ]
    const rounded = [Math.round(left * 1000) / 1000, Math.round(top * 1000) / 1000] as const
    return index === 0 ? [...rounded] : [rounded[0] + wobble(...rounded), rounded[1] + wobble(rounded[1], rounded[0])]
  })
}

const features = Array.from({ length: CELLS * CELLS }, (_, id) => {
  const [x, y] = [id % CELLS, Math.floor(id / CELLS)]
  const corners = [
    [x, y],
    [x, y + 1],
    [x + 1, y + 1],
    [x + 1, y],
  ]
  const ring = corners.flatMap((corner, index) => border(corner, corners[(index + 1) % 4] ?? []))
  return { type: 'Feature', id, properties: { name: `c${id}` }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } }
})

const map = {
  data: { values: features },
  mark: { type: 'geoshape', name: 'cell' },
  projection: { type: 'identity' },
  encoding: { color: { field: 'id', type: 'quantitative', legend: null } },
} as never

function outlines(frame: Frame): string[] {
  const scene = { spec: () => structuredClone(map), steps: [{ id: 'map', params: {}, name: 'Map' }], isBeside: false }
  const { states, diagnostics } = compileScene('map', scene, frame)
  expect(diagnostics).toEqual([])
  return [...(states.get('map')?.marks.values() ?? [])].flatMap((mark) => (mark.kind === 'path' ? [mark.d] : []))
}

/** Corners of an outline in relative commands, in px. */
function cornersOf(outline: string): string[] {
  let [x, y] = [0, 0]
  const numbers = (outline.match(/-?\d*\.?\d+/g) ?? []).map(Number)
  return numbers.flatMap((value, index) => {
    if (index % 2 === 0) x += value
    else y += value
    return index % 2 === 0 ? [] : [`${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`]
  })
}

describe('the shapes of a map', () => {
  test('have no more corners than are seen', () => {
    for (const frame of [frames.wide, frames.narrow]) {
      const corners = outlines(frame).flatMap(cornersOf)
      expect(corners.length).toBeGreaterThanOrEqual(4 * CELLS * CELLS)
      expect(corners.length).toBeLessThan((4 * CELLS * CELLS * CORNERS) / 8)
    }
  })

  test('share every corner of a border with their neighbour, so that there is no gap', () => {
    const count = new Map<string, number>()
    for (const corner of outlines(frames.wide).flatMap((outline) => [...new Set(cornersOf(outline))]))
      count.set(corner, (count.get(corner) ?? 0) + 1)
    const places = [...count.keys()].map((corner) => corner.split(' ').map(Number))
    const [xs, ys] = [places.map(([x = 0]) => x), places.map(([, y = 0]) => y)]
    const isEdge = ([x = 0, y = 0]: number[]) =>
      [Math.min(...xs), Math.max(...xs)].some((edge) => Math.abs(x - edge) < 2) ||
      [Math.min(...ys), Math.max(...ys)].some((edge) => Math.abs(y - edge) < 2)
    const alone = [...count].filter(([corner, of]) => of < 2 && !isEdge(corner.split(' ').map(Number)))
    expect(alone).toEqual([])
  })
})
