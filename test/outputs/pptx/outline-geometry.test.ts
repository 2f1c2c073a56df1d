import { expect, test } from 'vitest'
import { outlineGeometry } from '../../../src/outputs/pptx/outline-geometry.ts'
import type { PathMark } from '../../../src/story/mark.ts'

const ROOM = { x: 0, y: 0, width: 100, height: 100 }
const path = (d: string, more: Partial<PathMark> = {}): PathMark => ({ kind: 'path', x: 0, y: 0, d, fill: 'black', ...more })
const pointsOf = (outline = '') =>
  [...outline.matchAll(/<a:pt x="(-?\d+)" y="(-?\d+)"\/>/g)].map(([, x, y]) => [Number(x), Number(y)].map((emu) => emu / 9525))

test('an outline keeps its points, whatever its size, and says them from its own corner', () => {
  const small = outlineGeometry(path('m10 20l10 0 0 10z'), ROOM)
  const large = outlineGeometry(path('m10 20l50 0 0 60z'), ROOM)
  expect(small?.box).toEqual({ x: 10, y: 20, width: 10, height: 10 })
  expect(pointsOf(small?.outline)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ])
  expect(pointsOf(large?.outline)).toHaveLength(3)
  expect(small?.outline).toContain('<a:close/>')
})

test('curves stay curves', () => {
  expect(outlineGeometry(path('m0 0c10 0 10 10 20 20'), ROOM)?.outline).toMatch(/<a:cubicBezTo>(<a:pt [^>]*>){3}<\/a:cubicBezTo>/)
})

test('an outline that is turned lies where its points do', () => {
  expect(outlineGeometry(path('m0 0l10 0 0 4z', { x: 50, y: 50, angle: 90 }), ROOM)?.box).toEqual({
    x: 46,
    y: 50,
    width: 4,
    height: 10,
  })
})

test('what leaves the room is cut: an area along its edge, a line at it', () => {
  const area = outlineGeometry(path('m50 50l100 0 0 20 -100 0z'), ROOM)
  expect(area?.box).toEqual({ x: 50, y: 50, width: 50, height: 20 })
  const line = outlineGeometry({ kind: 'path', x: 0, y: 0, d: 'm50 50l100 50', stroke: 'black' }, ROOM)
  expect(line?.box).toEqual({ x: 50, y: 50, width: 50, height: 25 })
  expect(line?.outline).not.toContain('a:close')
  const curve = outlineGeometry(path('m90 10q40 40 0 80z'), ROOM)
  expect(curve?.box.x).toBe(90)
  expect((curve?.box.x ?? 0) + (curve?.box.width ?? 0)).toBeLessThanOrEqual(100)
})

test('nothing is left of what is elsewhere', () => {
  expect(outlineGeometry(path('m200 200l10 0 0 10z'), ROOM)).toBeUndefined()
})
