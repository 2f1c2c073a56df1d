/** Numbers as the story prints them: one style, by locale, for prose, charts, alt texts and PDFs alike. */
export interface Format {
  /** Money as printed: `$1.1 billion`, `$425.3 million`, `$6,173`. */
  money(amount: number): string
  /** The same in billions whatever the size: `$1,337.3 billion`. */
  billions(amount: number): string
  /** A ratio of 1 as per cent: 0.116 is `12 %`; under 10 % with one decimal. */
  percent(ratio: number): string
  /** A factor: 4.83 is `4.8×`; from 10 up without decimals. */
  times(factor: number): string
  /** A whole number with grouping. */
  count(value: number): string
}

const NO_BREAK_SPACE = '\u00a0'

/** Makes the formatter of a locale and currency. Its functions throw RangeError for a value that is not a finite number. */
export function createFormat(lang: string, currency = 'USD'): Format {
  const oneDecimal = numberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const whole = numberFormat(lang, { maximumFractionDigits: 0 })
  const inWords = numberFormat(lang, {
    notation: 'compact',
    compactDisplay: 'long',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const billion = wordForBillions(lang)
  const withSign = currencySign(lang, currency)
  /** A value that prints with one decimal below ten, and without above. */
  const short = (value: number) => (value !== 0 && Math.abs(value) < 9.95 ? oneDecimal(value) : whole(value))
  return {
    money: (amount) => keepTogether(withSign(Math.abs(amount) < 1e6 ? whole(amount) : inWords(amount))),
    billions: (amount) => keepTogether(withSign(`${oneDecimal(amount / 1e9)} ${billion}`)),
    percent: (ratio) => keepTogether(`${short(ratio * 100)} %`),
    times: (factor) => `${short(factor)}×`,
    count: whole,
  }
}

function numberFormat(lang: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(lang, options)
  return (value) => {
    if (!Number.isFinite(value)) throw new RangeError(`found ${value}, expected a number to print`)
    return format.format(value)
  }
}

function wordForBillions(lang: string): string {
  const parts = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay: 'long' }).formatToParts(5e9)
  return parts.find((part) => part.type === 'compact')?.value ?? ''
}

/** Puts the currency sign where the locale has it. `Intl` has no long compact form with a currency, so the two are joined here. */
function currencySign(lang: string, currency: string): (amount: string) => string {
  const parts = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(1)
  const at = parts.findIndex((part) => part.type === 'currency')
  const sign = parts[at]?.value ?? ''
  const leads = at < parts.findIndex((part) => part.type === 'integer')
  return (amount) => (leads ? `${sign}${amount}` : `${amount} ${sign}`)
}

/** A number and its unit stay on one line. */
function keepTogether(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE)
}
