import { isolator } from '../messages/messages.ts'
import type { Format } from '../story/description.ts'
import { currencySign } from './amount.ts'

type Print = (value: number) => string

const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
const IN_WORDS = { notation: 'compact', compactDisplay: 'long', useGrouping: true } as const

/**
 * Makes the formatter of a locale and currency. Spaces inside a figure do not break; in a language written from right to left
 * each figure is isolated, so that its sign and unit keep their places whatever stands beside it. Its functions throw RangeError
 * for a value that is not a finite number.
 *
 * @param lang BCP 47, for example `en`
 * @param currency ISO 4217, for example `USD`
 */
export function createFormat(lang: string, currency = 'USD'): Format {
  const whole = printer(lang, { maximumFractionDigits: 0 })
  const inWords = printer(lang, { ...IN_WORDS, ...ONE_DECIMAL })
  const [before, after] = currencySign(lang, currency)
  const sign = (amount: string) => `${before}${amount}${after && ` ${after}`}`
  const short = shortPrinter(lang)
  const isolated = isolator(lang)
  const figure = (print: Print) => finite(print, isolated)
  const money = figure((amount) => sign(Math.abs(amount) < 1e6 ? whole(amount) : inWords(amount)))
  const inBillions = billionsPrinter(lang)
  return {
    money,
    billions: inBillions ? figure((amount) => sign(inBillions(amount / 1e9))) : money,
    percent: figure((ratio) => `${short(ratio * 100)} %`),
    times: figure((factor) => `${short(factor)}×`),
    count: figure(whole),
    date: datePrinter(lang),
  }
}

function printer(lang: string, options: Intl.NumberFormatOptions): Print {
  const format = new Intl.NumberFormat(lang, options)
  return (value) => format.format(value)
}

/** Makes a figure of its absolute value's text: a true minus sign in front, no break inside. */
function finite(print: Print, isolated: (figure: string) => string): Print {
  return (value) => {
    if (!Number.isFinite(value)) throw new RangeError(`found ${value}, expected a number to print`)
    return isolated(`${value < 0 ? MINUS : ''}${print(Math.abs(value))}`.replaceAll(' ', NO_BREAK_SPACE))
  }
}

/** As much of a date as the text tells, so that no day is made up. */
function datePrinter(lang: string): (iso: string) => string {
  return (iso) => {
    const [, month, day] = /^\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso) ?? []
    const time = Date.parse(iso)
    // A day that its month does not have would be counted on into the next one.
    if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso)) {
      throw new RangeError(`found the date \`${iso}\`, expected one such as 2025-04-26`)
    }
    const parts: Intl.DateTimeFormatOptions = { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) }
    return new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC' }).format(time).replaceAll(' ', NO_BREAK_SPACE)
  }
}

/** One decimal below ten and none above; what would print as 0.0 keeps its first digit instead. */
function shortPrinter(lang: string): Print {
  const oneDecimal = printer(lang, ONE_DECIMAL)
  const whole = printer(lang, { maximumFractionDigits: 0 })
  const firstDigit = printer(lang, { maximumSignificantDigits: 1 })
  return (value) => {
    if (value === 0 || value >= 9.95) return whole(value)
    return value < 0.05 ? firstDigit(value) : oneDecimal(value)
  }
}

/** Prints a number of billions with the word in its plural; undefined where the language counts otherwise, as Japanese does. */
function billionsPrinter(lang: string): Print | undefined {
  const oneDecimal = printer(lang, ONE_DECIMAL)
  const plural = new Intl.PluralRules(lang, ONE_DECIMAL)
  const compact = new Intl.NumberFormat(lang, { ...IN_WORDS, ...ONE_DECIMAL })
  const examples = [1, 2, 5].map((number) => ({ number, parts: compact.formatToParts(number * 1e9) }))
  const words = examples.map(({ number, parts }) => ({
    category: plural.select(number),
    word: parts.find(({ type }) => type === 'compact')?.value,
    isPlain: parts.find(({ type }) => type === 'integer')?.value === printer(lang, {})(number),
  }))
  if (words.some(({ word, isPlain }) => word === undefined || !isPlain)) return undefined
  return (value) => {
    const fitting = words.find(({ category }) => category === plural.select(value)) ?? words.at(-1)
    return `${oneDecimal(value)} ${fitting?.word}`
  }
}
