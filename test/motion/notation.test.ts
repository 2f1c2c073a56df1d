import { expect, test } from 'vitest'
import { createCounter, notationOf } from '../../src/motion/notation.ts'

const half = (from: string, to: string, lang = 'en') => createCounter(from, to, notationOf(lang))?.(0.5)

test.each([
  ['$1.1 billion', '$2.1 billion', '$1.6 billion'],
  ['#17 of 43', '#16 of 43', '#17 of 43'],
  ['8', '12 ', undefined],
  ['900', '1,300', '1,100'],
  ['0', '2,000,000', '1,000,000'],
  ['9.5 %', '12 %', '10.8 %'],
  ['2021', '2023', '2022'],
  ['from 10 to 20', 'from 20 to 40', 'from 15 to 30'],
])('from %s to %s', (from, to, expected) => {
  expect(half(from, to)).toBe(expected)
})

test('in the notation of the language', () => {
  expect(half('1,5 Mrd.', '2,5 Mrd.', 'de')).toBe('2,0 Mrd.')
  expect(half('900', '1.300', 'de')).toBe('1.100')
  expect(half('900,5', '1\u202f300,5', 'fr')).toBe('1\u202f100,5')
})

test('in groups of two beyond the thousands, where a language has them', () => {
  expect(half('9,00,000', '11,00,000', 'en-IN')).toBe('10,00,000')
  expect(half('900', '1,100', 'en-IN')).toBe('1,000')
})

test('not between other words', () => {
  expect(half('Libya 1.1', 'Jordan 1.2')).toBeUndefined()
  expect(half('Libya', 'Jordan')).toBeUndefined()
  expect(half('1', '1 and 2')).toBeUndefined()
})
