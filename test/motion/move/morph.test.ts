import { describe, expect, test } from 'vitest'
import { aligned, drawOutline, joinOutlines, ringsOf, spread } from '../../../src/motion/move/morph.ts'
import type { Mark, PathMark, RectMark } from '../../../src/story/mark.ts'

const bar: RectMark = { kind: 'rect', x: 100, y: 50, width: 20, height: 80, fill: 'red' }
const circle: RectMark = { kind: 'rect', x: 10, y: 10, width: 12, height: 12, radius: 6, fill: 'red' }
const triangle: PathMark = { kind: 'path', x: 30, y: 40, d: 'm0-5l5 10h-10z', fill: 'red' }
const line: PathMark = { kind: 'path', x: 0, y: 0, d: 'm0 0l10 5l10-5', fill: 'none', stroke: 'red' }

const outline = (mark: Mark) => {
  const [ring] = ringsOf(mark) ?? []
  if (!ring) throw new Error('no outline')
  return spread(ring, Math.max(64, ring.points.length))
}
const still = (point: readonly [number, number]) => point

describe('an outline', () => {
  test.each([bar, circle, triangle, line])('has as many points as any other: $kind', (mark) => {
    expect(outline(mark).points).toHaveLength(64)
  })

  test('of a bar has its corners', () => {
    const corners = [100, 120].flatMap((x) => [50, 130].map((y) => [x, y]))
    expect(outline(bar).points).toEqual(expect.arrayContaining(corners))
  })

  test('of a circle stays on it', () => {
    for (const [x, y] of outline(circle).points) expect(Math.abs(Math.hypot(x - 16, y - 16) - 6)).toBeLessThan(0.1)
  })

  test('of a bar has points as its sides are long', () => {
    const { points } = outline(bar)
    const on = (is: (point: readonly [number, number]) => boolean) => points.filter(is).length
    expect([on(([, y]) => y === 50), on(([, y]) => y === 130), on(([x]) => x === 100), on(([x]) => x === 120)]).toEqual([
      8, 8, 26, 26,
    ])
  })

  test('of a line lies on it, from its first point to its last', () => {
    const { points, isClosed } = outline(line)
    expect([points[0], points.at(-1), isClosed]).toEqual([[0, 0], [20, 0], false])
    for (const [x, y] of points) expect(y).toBeCloseTo(x <= 10 ? x / 2 : 10 - x / 2)
    expect(points.map(([x]) => x)).toEqual(points.map(([x]) => x).toSorted((a, b) => a - b))
  })

  test.each([
    ['M0,0Q10,20,20,0', [10, 10]],
    ['M0,0C0,10,20,10,20,0', [10, 7.5]],
    ['M0,0C10,0,10,10,0,10', [7.5, 5]],
  ])('of the curve %s goes through its middle', (d, middle) => {
    const points = outline({ ...line, d }).points
    expect(Math.min(...points.map(([x, y]) => Math.hypot(x - (middle[0] ?? 0), y - (middle[1] ?? 0))))).toBeLessThan(0.3)
    expect(points[0]).toEqual([0, 0])
  })

  test('of many corners has its first and its last', () => {
    const { points } = outline({ ...line, d: `m0 0${'l1 1l1-1'.repeat(40)}` })
    expect([points.length, points[0], points.at(-1)]).toEqual([81, [0, 0], [80, 0]])
  })

  test('has round corners as far as its sides allow, and none that lie on one another', () => {
    const rounded = outline({ ...bar, radius: 99 }).points
    expect(rounded.some(([x, y]) => Math.abs(x - 110) < 0.5 && Math.abs(y - 50) < 0.5)).toBe(true)
    expect(rounded.every(([x, y]) => x >= 100 && x <= 120 && y >= 50 && y <= 130)).toBe(true)
    const closed = outline({ ...line, d: 'm0 0l10 0 0 10-10 0 0-10', fill: 'red' })
    expect(closed.isClosed).toBe(true)
    expect(closed.points.filter(([x, y]) => x === 0 && y === 0)).toHaveLength(1)
  })

  test.each([
    ['a turned path', { ...triangle, angle: 9 }],
    ['a path of two parts', { ...triangle, d: 'm0 0l5 5h-9zm9 9l5 5h-9z' }],
    ['a point', { ...triangle, d: 'm0 0z' }],
    ['a rule', { kind: 'rule', x: 0, y: 0, x2: 9, y2: 9 } as Mark],
  ])('is none of %s', (_, mark) => expect(ringsOf(mark)).toBeUndefined())

  test('becomes another of its kind only: closed or open, in one piece', () => {
    expect(joinOutlines(bar, triangle)).toMatchObject({ to: [{ isClosed: true }] })
    expect(joinOutlines(bar, line)).toBeUndefined()
    expect(joinOutlines(bar, { ...triangle, d: 'm0 0l5 5h-9zm9 9l5 5h-9z' })).toBeUndefined()
    expect(joinOutlines(bar, circle)).toBeUndefined()
  })

  test('of an island comes out of the middle of the mainland', () => {
    const islands = { ...triangle, d: 'm0 0l2 2h-4zm9 9l50 50h-90z' }
    const { from, to } = joinOutlines(islands, bar, Infinity) ?? { from: [], to: [] }
    expect(from.map(({ points }) => points.length)).toEqual([64, 8])
    expect(to[1]?.points).toEqual(Array(8).fill([110, 90]))
  })

  test('does not turn inside out on its way', () => {
    const [from, to] = [outline(bar), aligned(outline({ ...bar, x: 300, y: 450 }), outline(bar))]
    for (const [index, [x, y]] of from.points.entries()) {
      expect(to.points[index]?.[0]).toBeCloseTo(x + 200)
      expect(to.points[index]?.[1]).toBeCloseTo(y + 400)
    }
    const back = { ...from, points: from.points.toReversed() }
    expect(aligned(back, from).points).toEqual(from.points)
  })

  test('is drawn in the paint of its mark, wherever its ground has gone', () => {
    const drawn = drawOutline(bar, [outline(bar)], ([x, y]) => [x + 10, y])
    expect(drawn).toMatchObject({ kind: 'path', fill: 'red', x: 120, y: 90 })
    expect(drawn.d).toMatch(/^m-10-40/)
    expect(drawn).not.toHaveProperty('width')
    expect(drawOutline(bar, [outline(bar)], still).d).toBe(drawn.d)
  })
})
