import type { Locale } from 'vega'
import type { Deck, Scene } from '../story/deck.ts'
import { notationOf } from './notation.ts'

/** How Vega itself writes numbers and dates in a language (BCP 47), where a chart leaves that to it: axes, legends, `format` in a spec. */
export function vegaLocale(lang: string): Locale {
  return { number: numbers(lang), time: times(lang) }
}

/** The deck with charts that print in its own language; Vega speaks U.S. English unless told otherwise, and charts may tell it. */
export function localizeCharts(deck: Deck): Deck {
  if (/^en(?:-US)?$/.test(deck.lang)) return deck
  const locale = vegaLocale(deck.lang)
  const localized = <Spec extends { config?: object }>(spec: Spec): Spec => ({ ...spec, config: { locale, ...spec.config } })
  const scenes = Object.entries(deck.scenes).map(([name, scene]): [string, Scene] => {
    return [name, { ...scene, spec: (frame) => localized(scene.spec(frame)) }]
  })
  return { ...deck, scenes: Object.fromEntries(scenes) }
}

function numbers(lang: string): NonNullable<Locale['number']> {
  const [thousands, decimal, size = 3] = notationOf(lang)
  const digits = [...new Intl.NumberFormat(lang, { useGrouping: false }).format(9876543210)].reverse()
  return {
    decimal,
    thousands,
    // From the right, and as many as any number has: d3 would start anew after the last.
    grouping: [3, ...Array<number>(9).fill(size)],
    currency: around(lang, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' }),
    percent: around(lang, { style: 'percent' })[1] || '%',
    minus: '\u2212',
    ...(digits[0] !== '0' && { numerals: digits as NonNullable<NonNullable<Locale['number']>['numerals']> }),
  }
}

/** What a language puts before and after a number of a kind. */
function around(lang: string, options: Intl.NumberFormatOptions): [before: string, after: string] {
  const parts = new Intl.NumberFormat(lang, { ...options, maximumFractionDigits: 0 }).formatToParts(1)
  const at = parts.findIndex(({ type }) => type === 'integer')
  const join = (some: typeof parts) => some.map(({ value }) => value).join('')
  return [join(parts.slice(0, at)), join(parts.slice(at + 1))]
}

function times(lang: string): NonNullable<Locale['time']> {
  const print = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(date)
  // The first of January 2023 was a Sunday.
  const days = (weekday: 'long' | 'short') =>
    Array.from({ length: 7 }, (_, day) => print(new Date(Date.UTC(2023, 0, day + 1)), { weekday }))
  const months = (month: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, index) => print(new Date(Date.UTC(2023, index, 1)), { month }))
  return {
    dateTime: '%x, %X',
    date: datePattern(lang),
    time: '%H:%M:%S',
    periods: ['AM', 'PM'],
    days: days('long'),
    shortDays: days('short'),
    months: months('long'),
    shortMonths: months('short'),
  } as NonNullable<Locale['time']>
}

const PATTERNS: Readonly<Record<string, string>> = { day: '%d', month: '%m', year: '%Y' }

/** A language's short date in the letters of d3-time-format: `%d.%m.%Y`. */
function datePattern(lang: string): string {
  const options: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric', calendar: 'gregory' }
  return new Intl.DateTimeFormat(lang, options)
    .formatToParts(0)
    .map(({ type, value }) => PATTERNS[type] ?? value)
    .join('')
}
