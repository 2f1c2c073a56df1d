import { describe, expect, test } from 'vitest'
import { isMissing, markOf, numberIn, readPrinted } from '../../src/table/printed-number.ts'
import { randomFrom } from '../random.ts'

/** A number as read by itself: its value, what it counts, what else was there. */
function read(text: string) {
  const printed = readPrinted(text)
  if (!printed) return undefined
  const { currency, unit, rest, marks } = printed
  const value = numberIn(printed, markOf(printed.digits) === ',' ? ',' : '.')
  return [value, currency, unit, rest && `(${rest})`, ...marks].filter((part) => part !== undefined).join(' ')
}

test.each([
  ['1234', '1234'],
  ['-12.5', '-12.5'],
  ['−12', '-12'],
  ['+3', '3'],
  ['(1,234.5)', '-1234.5'],
  ['12-', '-12'],
  ['▼ 2.5%', '-2.5 %'],
  ['.5', '0.5'],
  ['1.234.567', '1234567'],
  ['1 234 567,5', '1234567.5'],
  ["12'345", '12345'],
  ['12,34,567', '1234567'],
  ['$1,234', '1234 USD'],
  ['-$12', '-12 USD'],
  ['$-12', '-12 USD'],
  ['€ 5', '5 EUR'],
  ['5 €', '5 EUR'],
  ['US$5.5bn', '5500000000 USD'],
  ['CHF 12.5', '12.5 CHF'],
  ['Rs. 500', '500 INR'],
  ['$2.77B', '2770000000 USD'],
  ['943.4M', '943400000'],
  ['12K', '12000'],
  ['300 K', '300 K'],
  ['12 m', '12 m'],
  ['€12m', '12000000 EUR'],
  ['834,1 Mio. €', '834100000 EUR'],
  ['2,5 Mrd. Euro', '2500000000 EUR'],
  ['3 T€', '3000 EUR'],
  ['₹12 crore', '120000000 INR'],
  ['1.2 million people', '1200000 people'],
  ['12.5 %', '12.5 %'],
  ['12 km²', '12 km²'],
  ['90 km/h', '90 km/h'],
  ['2:01:09', '7269'],
  ['59:12', '3552'],
  ['-59:12', '-3552'],
  ['−1:00', '-60'],
  ['+59:12.4', '3552.4'],
  ['1:02:03.5', '3723.5'],
  ['1 d 2 h', '93600'],
  ["1'05.5''", '65.5'],
  ['5 h', '5 h'],
  ['1:02.5', '62.5'],
  ['2 h 5 min', '7500'],
  ['4′33″', '273'],
  ['8,849 m (29,032 ft)', '8849 m (29,032 ft)'],
  ['12 (2019)', '12 (2019)'],
  ['12[a]', '12 [a]'],
  ['12*', '12 *'],
  ['12²', '12 ²'],
  ['1.00794(4)', '1.00794 (4)'],
  ['[288]', '288'],
  ['~1,200', '1200 ~'],
  ['ca. 12', '12 ca.'],
  ['1.5e3', '1500'],
  ['2.5 × 10⁻³', '0.0025'],
  ['１２３', '123'],
  ['٣٤', '34'],
  ['۳۴', '34'],
  ['३४', '34'],
  ['1 d 2 h', '93600'],
  ['1 h 2 min 3.5 s', '3723.5'],
  ['59:12.4', '3552.4'],
  ['5 h', '5 h'],
  ['1,234', '1234'],
  ['0,234', '0.234'],
  ['123,4567', '123.4567'],
  ['1,234,567', '1234567'],
  ['1e-3', '0.001'],
  ['(12)', '-12'],
  ['(−12)', '-12'],
])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  '',
  'x1',
  'No. 5',
  '3–5',
  '3-5',
  '3/4',
  '12.05.2019',
  '2019-01-02',
  '1 Jul 2018',
  '1.2.3',
  '<5',
  '12 of 20',
  '1,23,4',
  '+-5',
  '#1',
])('%j is no number', (text) => expect(read(text) === undefined || read(text) === '').toBe(true))

test.each([
  '',
  '-',
  '–',
  '..',
  'n/a',
  'N.A.',
  'k. A.',
  'k.A.',
  'keine Angabe',
  '#NV',
  '#N/A',
  '#DIV/0!',
  'null',
  'NaN',
  'unknown',
  '—[5]',
  ':',
  '(n/a)',
  '\\N',
])('%j says that there is none', (text) => expect(isMissing(text)).toBe(true))

describe('numbers that a locale prints read back as what they are', () => {
  const styles: [locale: string, options: Intl.NumberFormatOptions][] = [
    ['en', { maximumFractionDigits: 3 }],
    ['de', { maximumFractionDigits: 3 }],
    ['fr', { maximumFractionDigits: 2 }],
    ['de-CH', { maximumFractionDigits: 2 }],
    ['en-IN', { maximumFractionDigits: 2 }],
    ['sv', { maximumFractionDigits: 2 }],
    ['es', { maximumFractionDigits: 1 }],
    ['en', { style: 'currency', currency: 'USD' }],
    ['de', { style: 'currency', currency: 'EUR' }],
    ['fr', { style: 'currency', currency: 'EUR' }],
    ['ja', { style: 'currency', currency: 'JPY' }],
    ['en', { style: 'currency', currency: 'GBP', currencySign: 'accounting' }],
    ['en', { style: 'unit', unit: 'kilometer-per-hour' }],
    ['de', { style: 'unit', unit: 'kilometer', unitDisplay: 'long' }],
    ['en', { style: 'percent', maximumFractionDigits: 2 }],
    ['ar-EG', { maximumFractionDigits: 2 }],
  ]
  test.each(styles)('%s %j', (locale, options) => {
    const random = randomFrom(7)
    const format = new Intl.NumberFormat(locale, options)
    const mark = format.formatToParts(0.123).find(({ type }) => type === 'decimal')?.value === '.' ? '.' : ','
    for (let round = 0; round < 200; round++) {
      const size = (random() - 0.3) * 10 ** Math.floor(random() * 9)
      const digits = format.resolvedOptions().maximumFractionDigits ?? 0
      const value = Number(size.toFixed(digits))
      const text = format.format(options.style === 'percent' ? value / 100 : value).replace(/[\u200e\u200f\u061c]/g, '')
      const printed = readPrinted(text)
      const found = printed && numberIn(printed, locale === 'ar-EG' || locale === 'ja' ? '.' : mark)
      expect([text, found]).toEqual([text, value + 0])
    }
  })
})
