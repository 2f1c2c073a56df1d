import { expect, test } from 'vitest'
import { sideOf } from '../../../src/chart/motion-pairs.ts'
import { transportsOf } from '../../../src/motion/move/changes.ts'
import { drawLine, type LineProgress } from '../../../src/motion/move/grow-line.ts'
import type { Side } from '../../../src/motion/move/match.ts'
import { frames } from '../../../src/story/frames.ts'
import type { PathMark } from '../../../src/story/mark.ts'
import type { DataFiles } from '../../../src/story/slide-chart.ts'
import { revised } from '../fixtures/pairs.ts'

const refuse = (): never => {
  throw new Error('no files here')
}
const files: DataFiles = { text: refuse, picture: refuse, stamp: () => '' }
const [a, b] = [sideOf('chart', revised.start, files), sideOf('chart', revised.end, files)]
const lineOf = ({ state, sources }: Side, shop: string) => {
  const key = [...sources].find(([, { vertices, row }]) => vertices && row?.shop === shop)?.[0] ?? ''
  return { mark: state.marks.get(key) as PathMark, source: sources.get(key) }
}

function draw(shop: string, isStanding: boolean, isPlaced: boolean): string {
  const [from, to] = [lineOf(a, shop), lineOf(b, shop)]
  const grounds = {
    a: a.ground,
    b: b.ground,
    forth: transportsOf(a.ground, b.ground),
    back: transportsOf(b.ground, a.ground),
    frame: frames.wide,
  }
  const both = (is: boolean) => ({ x: is, y: is })
  const progress: LineProgress = { frame: both(isStanding), place: both(isPlaced), hasLeft: true, hasEntered: true }
  if (!from.source || !to.source) throw new Error('no line')
  return (drawLine(from.mark, from.source, to.source, grounds, progress) as PathMark).d
}

test('rows with the same values are in both charts where the ground has them, whichever values are shown', () => {
  expect(draw('B', true, false)).toBe(draw('B', true, true))
  expect(draw('B', false, true)).toBe(draw('B', false, false))
  expect(draw('B', true, true)).not.toBe(draw('B', false, false))
})

test('other values are others on either ground', () => {
  const shapes = [draw('A', false, false), draw('A', true, false), draw('A', false, true), draw('A', true, true)]
  expect(new Set(shapes).size).toBe(4)
})
