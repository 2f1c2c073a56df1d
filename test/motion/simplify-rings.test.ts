import { expect, test } from 'vitest'
import type { SceneItem } from '../../src/motion/scenegraph.ts'
import { simplifiedShapes } from '../../src/motion/simplify-shapes.ts'

type Point = readonly [number, number]

/** Corners every half px from one point up to before the next, around. */
function around(...corners: Point[]): Point[] {
  return corners.flatMap(([x, y], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length] as Point
    const steps = Math.max(Math.abs(toX - x), Math.abs(toY - y)) * 2
    return Array.from({ length: steps }, (_, step): Point => [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps])
  })
}
const shape = (...rings: Point[][]) =>
  ({
    mark: { marktype: 'path', items: [] },
    path: rings.map((ring) => `M${ring.map(([x, y]) => `${x},${y}`).join('L')}Z`).join(''),
  }) as unknown as SceneItem
const outlines = (...items: SceneItem[]) => [...simplifiedShapes(items, 0, 0, 1).values()]
const square = (left: number, top: number, side = 300) =>
  around([left, top], [left + side, top], [left + side, top + side], [left, top + side])

test('a shape keeps its corners and the way it runs', () => {
  expect(outlines(shape(square(0, 0)))).toEqual(['m0 0l300 0 0 300-300 0z'])
  expect(outlines(shape([[0, 0], ...square(0, 0).toReversed().slice(0, -1)]))).toEqual(['m0 0l0 300 300 0 0-300z'])
})

test('a shape is moved, and enlarged afterwards', () => {
  const [outline] = [...simplifiedShapes([shape(square(0, 0))], 10.25, 20, 2).values()]
  expect(outline).toBe('m10.25 20l300 0 0 300-300 0z')
})

test.each([
  ['is seen', 2.5, 1, true],
  ['is not', 1.5, 1, false],
  ['is seen when it is enlarged', 1.5, 2, true],
])('a corner that spans %s', (_, height, zoom, isSeen) => {
  const [top, ...rest] = [square(0, 0).map(([x, y]): Point => (x === 150 && y === 0 ? [x, -height] : [x, y]))]
  const bumped = top?.filter(([x, y]) => !(y === 0 && (x === 149.5 || x === 150.5))) ?? []
  expect(rest).toEqual([])
  const [outline] = [...simplifiedShapes([shape(bumped)], 0, 0, zoom).values()]
  expect(outline?.includes('149 0')).toBe(isSeen)
})

test('rings within are kept, and what is smaller than a step has its own outline', () => {
  expect(outlines(shape(square(0, 0), square(100, 100, 50)))).toEqual(['m0 0l300 0 0 300-300 0zm100 100l50 0 0 50-50 0z'])
  const speck: Point[] = [
    [0, 0],
    [0.1, 0],
    [0, 0.1],
  ]
  expect(outlines(shape(square(0, 0)), shape(speck))).toHaveLength(1)
})

test('few corners, and what is no ring, are left as they are', () => {
  expect(outlines(shape(square(0, 0, 249)))).toEqual([])
  expect(outlines(shape(square(0, 0, 250)))).toHaveLength(1)
  const line = { ...shape(), path: 'M0,0L5,5' } as unknown as SceneItem
  expect(outlines(shape(square(0, 0)), line)).toEqual([])
})
