import { expect, test } from 'vitest'
import { fittingText } from '../../src/motion/fitting-text.ts'

const count = (text: string) => [...text].length

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['a convention on the law of the sea', 24, 'a convention on the law…'],
  ['a convention, on the law', 15, 'a convention…'],
  ['of unbreakable', 10, 'of unbrea…'],
  ['👍👍👍👍', 3, '👍👍…'],
])('%s in %i is %s', (text, width, expected) => {
  expect(fittingText(text, width, count)).toBe(expected)
})

test('a text without end is measured a few times', () => {
  let measured = 0
  const fitting = fittingText('x'.repeat(1_000_000), 20, (text) => {
    measured++
    return text.length
  })
  expect(fitting).toBe(`${'x'.repeat(19)}…`)
  expect(measured).toBeLessThan(20)
})
