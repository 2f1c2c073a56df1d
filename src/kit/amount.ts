import { isolator } from '../messages/messages.ts'

/** Prints the amounts of one column, always with their unit. */
export interface Amount {
  /** `8,849 m`, `17.1 million km²`, `$1.1 billion`, `4.5 %`. Throws RangeError for a value that is not a finite number. */
  (value: number): string
  /** The same in two parts, for a figure and the words below it: `17.1` and `million km²`. */
  parts(value: number): { value: string; unit: string }
  /** The same beside a mark of a scale, without decimals that say nothing: `200 m`, not `200.0 m`. */
  mark(value: number): string
  /** From one amount to another, with `word` between them and their unit said once where it is the same: `1.6 to 4.2 m`, `$900 million to $1.2 billion`. */
  span(from: number, to: number, word: string): string
  /** The number that is read when a value is printed: 1,133,000 of `1.1 million` is 1,100,000. */
  rounded(value: number): number
}

/** How a column's amounts are printed. */
export interface AmountStyle {
  /** Stands after the number; none unless given. */
  unit?: string
  /** ISO 4217, for example `USD`; its sign stands where the language has it. */
  currency?: string
  /** Decimals; none unless given, and at most as many in millions and more. */
  digits?: number
  /** Decimals in millions and more, at most, where they differ; one where none are given. */
  wordDigits?: number
  /** Whether the values are seconds, printed as `2:01:09`. */
  duration?: boolean
  /** Whether thousands are set apart; they are, except for numbers such as years. */
  grouping?: boolean
  /** Whether amounts above zero have a plus sign, as differences do. */
  signed?: boolean
}

const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'
/** Smaller numbers than these decimals can tell print as zero. */
const MOST_DECIMALS = 12
/** From here on amounts are told in millions and more. */
const IN_WORDS = 1e6

/**
 * Makes the printer of one column's amounts.
 *
 * @param lang BCP 47, for example `en`
 */
export function createAmount(lang: string, style: AmountStyle = {}): Amount {
  const {
    unit = '',
    currency,
    digits = 0,
    wordDigits = style.digits ?? 1,
    duration = false,
    grouping = true,
    signed = false,
  } = style
  const plain = plainPrinters(lang, digits, grouping)
  const round = plainPrinters(lang, 0, grouping)
  const inWords = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: wordDigits })
  const [before, after] = currency === undefined ? ['', ''] : currencySign(lang, currency)
  const isolated = isolator(lang)
  const plainParts = (value: number, printers = plain) => {
    if (!Number.isFinite(value)) throw new RangeError(`found ${value}, expected a number to print`)
    const size = Math.abs(value)
    if (duration) return { value: `${value < 0 ? MINUS : ''}${clockOf(size, digits, lang)}`, unit }
    const printed = (size < IN_WORDS ? printers(decimalsFor(size, digits)) : inWords).formatToParts(size)
    const words = printed.filter(({ type }) => type === 'compact').map((part) => part.value)
    const number = printed.filter(({ type }) => type !== 'compact' && type !== 'literal').map((part) => part.value)
    const sign = value < 0 ? MINUS : signed && value > 0 ? '+' : ''
    // A sign that stands last stands after the word, too: `2,5 Milliarden €`.
    const isLast = words.length > 0
    return {
      value: `${sign}${before}${number.join('')}${isLast || after === '' ? '' : `${NO_BREAK_SPACE}${after}`}`,
      unit: [...words, isLast ? after : '', unit].filter((word) => word !== '').join(' '),
    }
  }
  const parts = (value: number) => {
    const said = plainParts(value)
    return { ...said, value: isolated(said.value) }
  }
  const printed = (said: { value: string; unit: string }) => {
    const text = [said.value, said.unit]
      .filter((part) => part !== '')
      .join(' ')
      .replaceAll(' ', NO_BREAK_SPACE)
    return isolated(text)
  }
  const print = (value: number) => printed(plainParts(value))
  const span = (from: number, to: number, word: string) => {
    const [low, high] = [plainParts(from), plainParts(to)]
    const opening = low.unit === high.unit ? isolated(low.value) : printed(low)
    return `${opening} ${word} ${printed(high)}`
  }
  const rounded = (value: number) => roundedTo(value, (size) => (size < IN_WORDS ? decimalsFor(size, digits) : wordDigits))
  return Object.assign(print, { parts, span, rounded, mark: (value: number) => printed(plainParts(value, round)) })
}

/** Rounded to so many decimals, in millions and more to those of its millions, billions and so on. */
function roundedTo(value: number, decimals: (size: number) => number): number {
  const size = Math.abs(value)
  const power = size < IN_WORDS ? 1 : 1000 ** Math.floor(Math.log10(size) / 3 + 1e-12)
  return Math.sign(value) * Number((size / power).toFixed(decimals(size))) * power
}

/** Hours where there are any, minutes, and seconds with their decimals. */
function clockOf(seconds: number, digits: number, lang: string): string {
  const least = 10 ** -digits
  const size = Math.round(seconds / least) * least
  const [hours, minutes] = [Math.floor(size / 3600), Math.floor((size % 3600) / 60)]
  const style = { minimumIntegerDigits: 2, minimumFractionDigits: digits, maximumFractionDigits: digits }
  const rest = new Intl.NumberFormat(lang, style).format(size - hours * 3600 - minutes * 60)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** The printer for each number of decimals, with at least so many, made when it is first needed. */
function plainPrinters(lang: string, least: number, useGrouping: boolean): (decimals: number) => Intl.NumberFormat {
  const printers = new Map<number, Intl.NumberFormat>()
  return (decimals) => {
    const fraction = { minimumFractionDigits: least, maximumFractionDigits: decimals }
    const printer = printers.get(decimals) ?? new Intl.NumberFormat(lang, { ...fraction, useGrouping })
    printers.set(decimals, printer)
    return printer
  }
}

/** A number that would print as zero keeps its first digit; where there are no decimals, a small one keeps two. */
function decimalsFor(size: number, digits: number): number {
  if (size === 0 || size >= 10) return digits
  const first = -Math.floor(Math.log10(size))
  if (digits === 0) return Math.min(MOST_DECIMALS, Math.max(0, first + 1))
  return size < 0.5 * 10 ** -digits ? Math.min(MOST_DECIMALS, first) : digits
}

/**
 * The currency's sign before the number or after it, where the locale has it. `Intl` has no long compact form with a currency, so the
 * two are joined here.
 */
export function currencySign(lang: string, currency: string): [before: string, after: string] {
  const example = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(1)
  const at = example.findIndex(({ type }) => type === 'currency')
  const sign = example[at]?.value ?? ''
  return at < example.findIndex(({ type }) => type === 'integer') ? [sign, ''] : ['', sign]
}
