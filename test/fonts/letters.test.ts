import { expect, test } from 'vitest'
import { drawnOf, isUnusual, unusualLetters } from '../../src/fonts/letters.ts'

test('letters of the main files are not unusual, nor is what nobody sees', () => {
  expect(isUnusual('Côte d’Ivoire – $1.1 “billion” … 89 %')).toBe(false)
  expect(isUnusual('\u2068a\u2069\u00ad\u200b\u2009\u202f\n\t')).toBe(false)
  expect(isUnusual('Łódź')).toBe(true)
})

test('letters are what readers count, composed where Unicode can', () => {
  expect(unusualLetters('e\u0301 L\u0301 👩‍🚀🇳🇴 a')).toEqual(['\u0139', '👩‍🚀', '🇳🇴'])
  expect(unusualLetters('दिल्ली')).toEqual(['दि', 'ल्ली'])
})

test('what steers other characters needs no glyph', () => {
  expect(drawnOf('👩‍🚀')).toEqual([0x1f469, 0x1f680])
  expect(drawnOf('1️⃣')).toEqual([0x31, 0x20e3])
})
