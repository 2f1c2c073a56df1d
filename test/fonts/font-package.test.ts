import { expect, test } from 'vitest'
import { inRanges, rangesOf } from '../../src/fonts/font-package.ts'

test('neighbours are one range, in order and once', () => {
  expect(rangesOf([0x5d2, 0x41, 0x5d0, 0x5d1, 0x5d0, 0x1f680])).toBe('U+41,U+5D0-5D2,U+1F680')
  expect(rangesOf([])).toBe('')
})

test('all characters must be in them', () => {
  const ranges = 'U+0000-00FF, U+0131, U+1f680-1f6ff'
  expect([[0x41], [0xff], [0x131], [0x41, 0x1f680]].map((codes) => inRanges(ranges, codes))).toEqual([true, true, true, true])
  expect([[0x100], [0x41, 0x132], [0x1f700]].map((codes) => inRanges(ranges, codes))).toEqual([false, false, false])
})
