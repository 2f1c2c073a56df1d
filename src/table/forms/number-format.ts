import { currencyOf } from '../amount-words.ts'

/** Formats that every workbook has, by their numbers, as far as they change what a number says. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'yyyy-mm-dd',
  17: 'yyyy-mm-dd',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
}

/** The code of a format that a workbook does not spell out. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General'
}

const DAY_IN_MS = 86_400_000
/** The day 0 of workbooks. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

/**
 * A number of a workbook as it would be typed: with a per cent sign, currency or unit where its format shows one, as a date or
 * a duration where it is one, and with a point before its decimals.
 *
 * @param epoch days from 1899-12-30 on which the workbook's dates begin
 */
export function formatted(value: number, format: string, epoch = 0): string {
  const [positive = ''] = format.split(';')
  const plain = positive.replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\d+|[<>=].*?)\]/gi, '')
  const signed = plain.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
  const code = signed.replace(/"[^"]*"|\\.|_.|\*./g, '')
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return durationOf(value)
  if (!/general/i.test(code) && /[ymdhs]/i.test(code)) return timeOf(value, code, epoch)
  if (/%/.test(code)) return `${exact(value * 100)}%`
  const [before, after] = affixesOf(signed)
  return `${before}${exact(value)}${after}`
}

/** Without the noise of binary fractions. */
function exact(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** Currencies and units that a format puts around a number; a format that divides shows another number. */
function affixesOf(format: string): [before: string, after: string] {
  const [, before = '', number = '', after = ''] = /^([^#0?]*)([#0?,. ]+)(.*)$/.exec(format) ?? []
  const shown = [literalOf(before).trim(), literalOf(after)] as const
  const isOther = /,\s*$/.test(number) || /E[+-]/i.test(after)
  // Its currency is that of the whole number as well.
  return isOther ? [currencyOf(shown[0]) === undefined ? '' : shown[0], ''] : [...shown]
}

function literalOf(format: string): string {
  return format
    .replace(/"([^"]*)"/g, (_, text: string) => text)
    .replace(/\\(.)/g, (_, character: string) => character)
    .replace(/_.|\*.|[()+-]/g, ' ')
    .replace(/\s+$/, '')
}

function durationOf(days: number): string {
  const seconds = Math.round(days * 86_400 * 1000) / 1000
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const rest = Number((seconds % 60).toFixed(3))
  return `${hours}:${String(minutes).padStart(2, '0')}:${rest < 10 ? '0' : ''}${rest}`
}

/** A date, a year, or what is less than a day: a duration. */
function timeOf(value: number, code: string, epoch: number): string {
  if (/^y+$/i.test(code.trim())) return String(dateOf(value, epoch).getUTCFullYear())
  if (!/[yd]/i.test(code)) return durationOf(value)
  const [date, time] = dateOf(value, epoch).toISOString().split('T') as [string, string]
  return /h/i.test(code) ? `${date} ${time.slice(0, 5)}` : date
}

function dateOf(value: number, epoch: number): Date {
  return new Date(FIRST_DAY + Math.round((value + epoch) * DAY_IN_MS))
}
