import { expect, test } from 'vitest'
import { textWidth } from '../../../src/motion/measure-text.ts'
import { freeOf, linesIn } from '../../../src/outputs/pptx/column-widths.ts'

test.each([
  [[10, 10, 10], 30, 1],
  [[10, 10, 10], 29, 2],
  [[10, 10, 10], 10, 3],
  // A word that is wider than the line has one to itself.
  [[50, 10], 20, 2],
  [[], 20, 1],
] as const)('words of %j px in lines of %i px make %i', (words, width, lines) => {
  expect(linesIn(words, width)).toBe(lines)
})

test('what stays free leaves as many lines as there were, and none could be spared', () => {
  const text = 'South Korea’s sales are the first to pass a hundred billion dollars: $117.9 billion'
  const words = text.split(/(?= )/).map((word) => textWidth(word, 46, 'serif', 600) - word.length * 46 * 0.012)
  const free = freeOf(text, 46, 976)
  expect(free).toBeGreaterThan(80)
  expect(linesIn(words, 976)).toBe(2)
  expect(linesIn(words, 976 - free)).toBe(2)
  expect(linesIn(words, (976 - free) * 0.95)).toBe(3)
  expect(freeOf('Short', 46, 976)).toBe(0)
  expect(freeOf('Donaudampfschifffahrtsgesellschaftskapitän', 46, 300)).toBe(0)
})
