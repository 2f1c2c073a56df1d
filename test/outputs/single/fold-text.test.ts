import { expect, test } from 'vitest'
import { bytesOf, lettersOf } from '../../../src/client/single/letters.ts'
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
  const [, pieces] = folded
  expect([pieces.length, pieces[1], pieces[2], pieces[4]]).toEqual([6, 40_006, 0, 4_000])
  expect(JSON.stringify(folded).length).toBeLessThan(70_400)
})

test('any text comes back as it was', () => {
  for (const text of ['', 'ab', noise(500), 'x'.repeat(100_000)]) expect(unfold(foldText(text))).toBe(text)
  for (let round = 0; round < 20; round++) {
    const parts = Array.from({ length: 6 }, () => noise(1 + Math.floor(random() * 20_000)))
    const text = Array.from({ length: 12 }, () => parts[Math.floor(random() * parts.length)]).join(noise(3))
    expect(unfold(foldText(text))).toBe(text)
  }
})

test('bytes of any length come back from letters, none of which HTML would change', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256))
    const letters = lettersOf(bytes)
    expect(bytesOf(letters)).toEqual(bytes)
    expect(letters).toMatch(/^[#-;=-~]*$/)
    expect(letters.length).toBeLessThanOrEqual(Math.ceil((length * 16) / 13) + 1)
  }
})
