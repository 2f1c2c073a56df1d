import { afterAll, describe, expect, test } from 'vitest'
import { setLanguage, timesAsked } from '../../src/load/deck-language.ts'

afterAll(() => void setLanguage())

const DAY = new Date(Date.UTC(2023, 4, 17))

/** What code that names no language says, and how that sounds in German and in Turkish. */
const HABITS: readonly (readonly [code: string, say: () => string, german: string, turkish: string])[] = [
  ['a number', () => (1234567.5).toLocaleString(), '1.234.567,5', '1.234.567,5'],
  ['a large integer', () => 1234567n.toLocaleString(), '1.234.567', '1.234.567'],
  ['numbers of a list', () => [1.5, 2.5].toLocaleString(), '1,5,2,5', '1,5,2,5'],
  ['numbers of a typed array', () => new Float64Array([1.5]).toLocaleString(), '1,5', '1,5'],
  ['a share', () => (0.125).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 1 }), '12,5 %', '%12,5'],
  ['a day', () => DAY.toLocaleDateString(undefined, { timeZone: 'UTC' }), '17.5.2023', '17.05.2023'],
  ['a time', () => DAY.toLocaleTimeString([], { timeZone: 'UTC' }), '00:00:00', '00:00:00'],
  ['an order', () => ['z', 'ö', 'o'].sort((a, b) => a.localeCompare(b)).join(''), 'oöz', 'oöz'],
  ['small letters', () => 'IZMIR'.toLocaleLowerCase(), 'izmir', 'ızmır'],
  ['capitals', () => 'izmir'.toLocaleUpperCase(), 'IZMIR', 'İZMİR'],
  ['NumberFormat', () => new Intl.NumberFormat().format(1.5), '1,5', '1,5'],
  ['NumberFormat, called', () => Intl.NumberFormat(undefined).resolvedOptions().locale, 'de', 'tr'],
  ['DateTimeFormat', () => new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }).format(DAY), 'Mai', 'Mayıs'],
  ['DisplayNames', () => String(new Intl.DisplayNames(undefined, { type: 'language' }).of('fr')), 'Französisch', 'Fransızca'],
  ['ListFormat', () => new Intl.ListFormat().format(['a', 'b']), 'a und b', 'a ve b'],
  ['PluralRules', () => new Intl.PluralRules().resolvedOptions().locale, 'de', 'tr'],
  ['RelativeTimeFormat', () => new Intl.RelativeTimeFormat().format(1, 'day'), 'in 1 Tag', '1 gün sonra'],
  ['Collator', () => new Intl.Collator().resolvedOptions().locale, 'de', 'tr'],
  ['Segmenter', () => new Intl.Segmenter().resolvedOptions().locale, 'de', 'tr'],
  ['a language that is not known', () => (1.5).toLocaleString('tlh'), '1,5', '1,5'],
  ['languages that are not known', () => Intl.NumberFormat(['tlh', 'xx']).resolvedOptions().locale, 'de', 'tr'],
]

describe.each([
  { lang: 'de', column: 2 },
  { lang: 'tr', column: 3 },
] as const)('in $lang', ({ lang, column }) => {
  test.for(HABITS)('%s', ([, say, ...said]) => {
    setLanguage(lang)
    expect(say().replaceAll('\u00a0', ' ')).toBe(said[column - 2])
  })
})

test('whoever names a language is given it, and does not count as having asked', () => {
  setLanguage('de')
  const before = timesAsked()
  expect([(1.5).toLocaleString('en'), (1.5).toLocaleString(['tlh', 'en']), new Intl.NumberFormat('fr').format(1.5)]).toEqual([
    '1.5',
    '1.5',
    '1,5',
  ])
  expect('a'.localeCompare('b', 'sv')).toBe(-1)
  expect(new Intl.NumberFormat(new Intl.Locale('en')).format(1.5)).toBe('1.5')
  expect(timesAsked()).toBe(before)
  expect((1.5).toLocaleString()).toBe('1,5')
  expect(timesAsked()).toBe(before + 1)
})

test('what is no language is complained of', () => {
  expect(() => (1.5).toLocaleString('no such language')).toThrow(RangeError)
  expect(() => new Intl.NumberFormat('no such language')).toThrow(RangeError)
})

test.each(['tlh', 'no such language', '', undefined, 5])('a deck in %s speaks English where it names nothing', (lang) => {
  setLanguage('de')
  expect([setLanguage(lang), setLanguage('en'), (1.5).toLocaleString()]).toEqual([true, false, '1.5'])
})

test('a date as text is English all through', () => {
  const zone = new Intl.DateTimeFormat('en', { timeZoneName: 'long' }).formatToParts(DAY).at(-1)?.value
  expect([String(DAY), DAY.toTimeString()]).toEqual([
    expect.stringMatching(/^(Tue|Wed) May 1[67] 2023 .*\(.+\)$/),
    expect.stringContaining(`(${zone})`),
  ])
  expect(String(new Date(Number.NaN))).toBe('Invalid Date')
})

test('what was replaced looks as it did', () => {
  const format = new Intl.NumberFormat('de')
  expect(format instanceof Intl.NumberFormat).toBe(true)
  expect(Intl.NumberFormat.supportedLocalesOf(['de', 'tlh'])).toEqual(['de'])
  expect(Object.keys(Number.prototype)).toEqual([])
  expect((1).toLocaleString.name).toBe('toLocaleString')
})
