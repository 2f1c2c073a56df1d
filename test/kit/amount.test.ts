import { expect, test } from 'vitest'
import { type AmountStyle, createAmount } from '../../src/kit/amount.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each<[AmountStyle, number, string]>([
  [{}, 8849, '8,849'],
  [{ unit: 'm' }, 8849, '8,849 m'],
  [{ unit: 'm' }, -12, '−12 m'],
  [{ unit: 'km²' }, 17_098_242, '17.1 million km²'],
  // Digits hold above a million, too.
  [{ digits: 2 }, 1_361_000_000, '1.36 billion'],
  [{ digits: 0 }, 1_361_000_000, '1 billion'],
  [{ digits: 3, wordDigits: 1 }, 1_361_000_000, '1.4 billion'],
  [{ unit: 'km²' }, 999_999, '999,999 km²'],
  [{ currency: 'USD' }, 1_100_000_000, '$1.1 billion'],
  [{ currency: 'USD' }, -5, '−$5'],
  [{ currency: 'EUR', unit: 'a head' }, 12, '€12 a head'],
  [{ unit: '%', digits: 1 }, 4.5, '4.5 %'],
  [{ digits: 2 }, 0.9, '0.90'],
  [{ digits: 2 }, 0.047, '0.05'],
  [{ digits: 2 }, 0.0012, '0.001'],
  [{}, 0.12, '0.12'],
  [{}, 1.44, '1.4'],
  [{}, 137.4, '137'],
  [{}, 0, '0'],
  [{ digits: 2 }, 0, '0.00'],
  [{ grouping: false }, 1998, '1998'],
  [{ signed: true, digits: 2 }, 1.17, '+1.17'],
  [{ signed: true, digits: 2 }, 0, '0.00'],
  [{ signed: true }, -3, '−3'],
])('%j prints %d as %s', (style, value, expected) => expect(plain(createAmount('en', style)(value))).toBe(expected))

test('spaces inside an amount do not break', () => {
  expect(createAmount('en', { unit: 'million km' })(5)).toBe('5\u00a0million\u00a0km')
})

test('a figure has two parts', () => {
  expect(createAmount('en', { unit: 'km²' }).parts(17_098_242)).toEqual({ value: '17.1', unit: 'million km²' })
  expect(createAmount('en', { currency: 'USD' }).parts(2_500_000)).toEqual({ value: '$2.5', unit: 'million' })
  expect(createAmount('en').parts(7)).toEqual({ value: '7', unit: '' })
})

test('a mark of a scale has no decimals that say nothing', () => {
  const { mark } = createAmount('en', { unit: 'm', digits: 1 })
  expect([0, 200, 0.5, 1e6].map((value) => plain(mark(value)))).toEqual(['0 m', '200 m', '0.5 m', '1 million m'])
})

test('a span says its unit once where both ends have the same', () => {
  const span = (from: number, to: number) => plain(createAmount('en', { currency: 'USD' }).span(from, to, 'to'))
  expect([span(3, 12), span(2.1e6, 4.4e6), span(9e8, 1.2e9)]).toEqual([
    '$3 to $12',
    '$2.1 to $4.4 million',
    '$900 million to $1.2 billion',
  ])
  expect(plain(createAmount('en', { unit: 'm' }).span(-2, 5, 'to'))).toBe('−2 to 5 m')
})

test('another language has its own marks and words', () => {
  expect(plain(createAmount('de', { unit: 'km²', digits: 1 })(1234.5))).toBe('1.234,5 km²')
  expect(plain(createAmount('de', { currency: 'EUR' })(12))).toBe('12 €')
})

test('what is no number is refused', () => {
  expect(() => createAmount('en')(Number.NaN)).toThrow('found NaN, expected a number to print')
})
