import { expect, test } from 'vitest'
import { unfold } from '../../../src/client/single/unfold.ts'
import { foldText } from '../../../src/outputs/single/fold-text.ts'
import { randomFrom } from '../../random.ts'

const random = randomFrom(7)
const noise = (length: number) => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')

test('what a text repeats from far before is named, and comes back as it was', () => {
  const chart = noise(40_000)
  const text = `${chart}width 1${noise(30_000)}${chart}width 2${noise(100)}${chart.slice(5_000, 9_000)}`
  const folded = foldText(text)
  expect(unfold(folded)).toBe(text)
  expect(folded.filter((piece) => typeof piece !== 'string')).toEqual([
    [0, 40_006],
    [expect.any(Number), 4_000],
  ])
  expect(JSON.stringify(folded).length).toBeLessThan(70_400)
})

test.for([['', 'ab', noise(500), 'x'.repeat(100_000)]])('any text comes back as it was', (texts) => {
  for (const text of texts) expect(unfold(foldText(text))).toBe(text)
})

test('random texts come back as they were', () => {
  for (let round = 0; round < 20; round++) {
    const parts = Array.from({ length: 6 }, () => noise(1 + Math.floor(random() * 20_000)))
    const text = Array.from({ length: 12 }, () => parts[Math.floor(random() * parts.length)]).join(noise(3))
    expect(unfold(foldText(text))).toBe(text)
  }
})
