import { expect, test } from 'vitest'
import { localizeCharts, vegaLocale } from '../../src/motion/vega-locale.ts'
import type { Deck } from '../../src/story/deck.ts'

test('numbers and dates as German has them', () => {
  const { number, time } = vegaLocale('de')
  expect(number).toMatchObject({ decimal: ',', thousands: '.', currency: ['', '\u00a0$'], percent: '\u00a0%', minus: '−' })
  expect(number?.grouping[0]).toBe(3)
  expect(time).toMatchObject({ date: '%d.%m.%Y' })
  expect([time?.days[0], time?.shortDays[6], time?.months[2], time?.shortMonths[11]]).toEqual(['Sonntag', 'Sa', 'März', 'Dez'])
})

test('groups of two beyond the thousands, and numerals of their own', () => {
  expect(vegaLocale('en-IN').number?.grouping.slice(0, 3)).toEqual([3, 2, 2])
  expect(vegaLocale('fa').number?.numerals?.slice(0, 3)).toEqual(['۰', '۱', '۲'])
  expect(vegaLocale('de').number).not.toHaveProperty('numerals')
})

test('charts get the locale of their deck, and may have one of their own', () => {
  const frame = { id: 'wide', width: 100, height: 100 }
  const own = { number: { decimal: '!', thousands: ' ', grouping: [3], currency: ['', ''] } }
  const deck = {
    lang: 'de',
    scenes: {
      plain: { spec: () => ({ mark: 'bar' }), steps: [] },
      own: { spec: () => ({ mark: 'bar', config: { locale: own } }), steps: [] },
    },
  } as unknown as Deck
  const localized = localizeCharts(deck).scenes
  expect(localized.plain?.spec(frame).config).toEqual({ locale: vegaLocale('de') })
  expect(localized.own?.spec(frame).config).toEqual({ locale: own })
  const english = { ...deck, lang: 'en' }
  expect(localizeCharts(english)).toBe(english)
})
