import { expect, test } from 'vitest'
import { createLookup } from '../../../src/check/page/lookup.ts'
import type { Painter } from '../../../src/check/page/painters.ts'
import type { Box } from '../../../src/check/sheet.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })
const found = (line: Box, ...boxes: Box[][]) =>
  createLookup(boxes.map((boxes, at) => ({ at, boxes }) as unknown as Painter))(line).map(({ at }) => at)
const line = box(100, 250, 200, 270)

test.each([
  ['what lies over it', box(150, 255, 160, 260), true],
  ['what reaches into it', box(50, 100, 102, 600), true],
  ['what begins above it, and ends two bands below', box(100, 0, 200, 900), true],
  ['what touches it at the left', box(50, 250, 101.5, 270), false],
  ['what touches it at the right', box(198.5, 250, 300, 270), false],
  ['what touches it above', box(100, 0, 200, 251.5), false],
  ['what touches it below', box(100, 268.5, 200, 700), false],
  ['what is elsewhere', box(300, 250, 400, 270), false],
])('a line finds %s: %s', (_, other, expected) => expect(found(line, [other])).toEqual(expected ? [0] : []))

test('a line finds each once, in the order of the document, whichever bands they stand in', () => {
  const [above, below, both] = [box(100, 250, 200, 255), box(100, 258, 200, 270), box(100, 240, 200, 280)]
  expect(found(line, [below], [both], [above], [box(0, 0, 1, 1), above])).toEqual([0, 1, 2, 3])
})
