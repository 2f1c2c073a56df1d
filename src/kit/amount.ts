import { isolator } from '../messages/isolator.ts'

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
}

/** How a column's amounts are printed. */
export interface AmountStyle {
  /** Stands after the number; none unless given. */
  unit?: string
  /** ISO 4217, for example `USD`; its sign stands where the language has it. */
  currency?: string
  /** Decimals below a million; none unless given. */
  digits?: number
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
export function createAmount(
  lang: string,
  { unit = '', currency, digits = 0, grouping = true, signed = false }: AmountStyle = {},
): Amount {
  const plain = plainPrinters(lang, digits, grouping)
  const round = plainPrinters(lang, 0, grouping)
  const inWords = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 })
  const withSign = currency === undefined ? (text: string) => text : currencySign(lang, currency)
  const isolated = isolator(lang)
  const plainParts = (value: number, printers = plain) => {
    if (!Number.isFinite(value)) throw new RangeError(`found ${value}, expected a number to print`)
    const size = Math.abs(value)
    const printed = (size < IN_WORDS ? printers(decimalsFor(size, digits)) : inWords).formatToParts(size)
    const words = printed.filter(({ type }) => type === 'compact').map((part) => part.value)
    const number = printed.filter(({ type }) => type !== 'compact' && type !== 'literal').map((part) => part.value)
    const sign = value < 0 ? MINUS : signed && value > 0 ? '+' : ''
    return { value: `${sign}${withSign(number.join(''))}`, unit: [...words, unit].filter((word) => word !== '').join(' ') }
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
  return Object.assign(print, { parts, span, mark: (value: number) => printed(plainParts(value, round)) })
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

/** Puts the currency's sign where the locale has it. */
function currencySign(lang: string, currency: string): (number: string) => string {
  const example = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(1)
  const at = example.findIndex(({ type }) => type === 'currency')
  const sign = example[at]?.value ?? ''
  return at < example.findIndex(({ type }) => type === 'integer')
    ? (number) => sign + number
    : (number) => `${number}${NO_BREAK_SPACE}${sign}`
}
