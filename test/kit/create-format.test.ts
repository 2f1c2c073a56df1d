import { describe, expect, test } from 'vitest'
import { createFormat } from '../../src/kit/create-format.ts'

/** No-break spaces as `_`, so that a test shows them. */
const visible = (text: string) => text.replaceAll('\u00a0', '_')

describe('en', () => {
  const { money, billions, percent, times, count } = createFormat('en')

  test.each([
    [0, '$0'],
    [6173, '$6,173'],
    [425_300_000, '$425.3_million'],
    [999_999_999, '$1.0_billion'],
    [1_100_000_000, '$1.1_billion'],
    [282_700_000_000, '$282.7_billion'],
    [17_800_000_000_000, '$17.8_trillion'],
    [6e15, '$6,000.0_trillion'],
    [-2_500_000_000, '−$2.5_billion'],
  ])('money(%d) is %s', (amount, printed) => {
    expect(visible(money(amount))).toBe(printed)
  })

  test.each([
    [1_337_300_000_000, '$1,337.3_billion'],
    [1_000_000_000, '$1.0_billion'],
    [425_300_000, '$0.4_billion'],
    [-237_300_000_000, '−$237.3_billion'],
  ])('billions(%d) is %s', (amount, printed) => {
    expect(visible(billions(amount))).toBe(printed)
  })

  test.each([
    [0, '0_%'],
    [0.0003, '0.03_%'],
    [0.0008, '0.1_%'],
    [0.0159, '1.6_%'],
    [0.09949, '9.9_%'],
    [0.0995, '10_%'],
    [0.116, '12_%'],
    [1, '100_%'],
    [-0.05, '−5.0_%'],
  ])('percent(%d) is %s', (ratio, printed) => {
    expect(visible(percent(ratio))).toBe(printed)
  })

  test.each([
    [1.116, '1.1×'],
    [4.83, '4.8×'],
    [9.96, '10×'],
    [37.5, '38×'],
    [1234.5, '1,235×'],
  ])('times(%d) is %s', (factor, printed) => {
    expect(times(factor)).toBe(printed)
  })

  test('count groups', () => {
    expect([count(43), count(1361), count(-7)]).toEqual(['43', '1,361', '−7'])
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, null, undefined, '12'])('%s is refused, never printed', (value) => {
    // MDX is not type-checked, so anything can arrive here.
    for (const print of [money, billions, percent, times, count])
      expect(() => print(value as number)).toThrow(new RangeError(`found ${value}, expected a number to print`))
  })
})

describe('de', () => {
  const { money, billions, percent, times, count } = createFormat('de')

  test('sign, words, separators and decimals are German', () => {
    expect(visible(money(1_100_000_000))).toBe('1,1_Milliarden_$')
    expect(visible(money(425_300_000))).toBe('425,3_Millionen_$')
    expect(visible(money(17_800_000_000_000))).toBe('17,8_Billionen_$')
    expect(visible(money(6173))).toBe('6.173_$')
    expect(visible(billions(1_337_300_000_000))).toBe('1.337,3_Milliarden_$')
    expect(visible(billions(-1_500_000_000))).toBe('−1,5_Milliarden_$')
    expect(visible(percent(0.0159))).toBe('1,6_%')
    expect(times(4.83)).toBe('4,8×')
    expect(count(1361)).toBe('1.361')
  })
})

describe('dates', () => {
  test.each([
    ['en', '2025-04-26', 'April_26,_2025'],
    ['en-GB', '2025-04-26', '26_April_2025'],
    ['de', '2025-04-26', '26._April_2025'],
    ['de', '2025-03', 'März_2025'],
    ['de', '2025', '2025'],
  ])('%s %s', (lang, iso, printed) => {
    expect(visible(createFormat(lang).date(iso))).toBe(printed)
  })

  test.each(['2025-02-30', '2025-13', '26.4.2025', '2025-4-1', '', undefined])('%s is refused', (iso) => {
    expect(() => createFormat('en').date(iso as string)).toThrow(
      new RangeError(`found the date \`${iso}\`, expected one such as 2025-04-26`),
    )
  })
})

test('figures are isolated where text runs from right to left, and hold no other marks', () => {
  const { money, percent, date } = createFormat('he')
  expect(visible(percent(-0.05))).toBe('\u2068−5.0_%\u2069')
  expect(visible(money(1_100_000_000))).toBe('\u20681.1_מיליארד_$\u2069')
  expect(visible(date('2025-04-26'))).toBe('26_באפריל_2025')
})

test('the word for billions follows the plural of the language', () => {
  const { billions } = createFormat('fr')
  expect(visible(billions(1_500_000_000))).toBe('1,5_milliard_$')
  expect(visible(billions(2_500_000_000))).toBe('2,5_milliards_$')
})

test('a language that has no word for billions prints money in its own', () => {
  expect(createFormat('ja').billions(5_000_000_000)).toBe('$50.0億')
})

test('another currency', () => {
  expect(visible(createFormat('en', 'EUR').money(1_100_000_000))).toBe('€1.1_billion')
})
