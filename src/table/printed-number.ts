import { type AmountWords, amountWords, currencyOf } from './amount-words.ts'
import { withoutFootnotes } from './footnotes.ts'

/** A number as people print it, taken apart; its separators are not decided yet. */
export interface Printed extends AmountWords {
  /** The sign and the digits with their separators. */
  digits: string
  /** Power of ten as written: `e9`, `× 10⁹`. */
  exponent: number
  /** In seconds, for what is written with colons or as hours, minutes and seconds. */
  duration?: number
  /** The unit it was in before it was told in that of its column. */
  from?: string
  /** What else stands in the cell: a second amount, a year in brackets. */
  rest?: string
  /** Marks of footnotes, and words such as `ca.`. */
  marks: readonly string[]
}

/** Which separator the numbers of a file have before their decimals. */
export type DecimalMark = '.' | ','

/** What digits say of their decimal mark; `either` when they read both ways, such as `1,234`. */
export type Evidence = DecimalMark | 'either' | 'none'

/** What people write where there is no value. */
const MISSING =
  /^(?:|[-–—−.?…:/x×]+|\\n|\(?(?:n\.?\s?\/?\s?[adv]\.?|null|none|nil|nan|nan%|unknown|unbekannt|not available|not known|no data|keine angaben?|keine daten|k\.?\s?a\.?|nicht bekannt|nicht verfügbar|s\.?\s?d\.?|tba|tbd|missing|fehlt|leer|empty|undefined)\)?|#(?:n\/a|na|nv|value!|wert!|ref!|div\/0!|name\?|null!|num!))$/i

/** Whether a cell says that there is no value; marks of footnotes say nothing. */
export function isMissing(text: string): boolean {
  if (text.length > LONGEST) return false
  return MISSING.test(text) || MISSING.test(text.replace(/\s*(?:\[[^\]]{1,10}\]|[*†‡¹²³⁴-⁹]+)$/u, '').trim())
}

/** What says of a text that there is none; words such as `none` may be meant. */
const BLANK = /^(?:|[-–—−]+|\.\.+|…|\(?n\/a\)?|#n\/a|null|\(null\)|nan|\\n)$/i

/** The same for a cell of texts. */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}

const SPACE = '\\s\\u00a0\\u202f\\u2009'
const BODY = new RegExp(`^(?:\\d(?:[\\d.,'’‘´\`_${SPACE}]*\\d)?|[.,]\\d+)`)
const ABOUT =
  /^(?:[~≈≃>≥]|(?![▲▼△▽©®°])\p{So}\uFE0F?|(?:ca|c|circa|about|approx|approximately|around|rund|etwa|est|over|über|more than|mehr als|from|ab|up to|bis zu|starting at|(?:positive |negative )?(?:increase|decrease)|steady)\b\.?)\s*/iu
const SIGN = /^(?:[+\-−–‒﹣－▲▼△▽↑↓]\s*)/
const DOWN = /[-−–‒﹣－▼▽↓]/
/** After the first amount another one, a year or a remark. */
const SECOND = /^(.*?)\s*(?:[({[]|\s[/|=≈]\s|;\s)(.+)$/s
const UNIT = /^[\p{L}\p{M}%‰°€$£¥₹₩₽²³⁻¹/.·'’"′″µ^\s-]{0,32}(?:(?<=m)[23])?$/u

/** No number, nor a word for none, has more characters with all that stands around it. */
const LONGEST = 1000

/** Reads a number as it is printed; undefined for what is none. Spreadsheets have `'12` for a text that looks like one. */
export function readPrinted(cell: string): Printed | undefined {
  if (cell.length > LONGEST) return undefined
  const { text, marks } = withoutMarks(withPlainDigits(cell.trim().replace(/^'(?=[\d+-])/, '')))
  // A decade is a name.
  if (/^(?:1[5-9]|20)\d0(?:s|er)$/.test(text)) return undefined
  const [, grade, best] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s?\/\s?(5|6|10|20|100)$/.exec(text) ?? []
  if (grade !== undefined) return { digits: grade, exponent: 0, scale: 0, unit: `/ ${best}`, marks }
  const duration = durationOf(text)
  if (duration !== undefined) return { digits: text, exponent: 0, scale: 0, duration, marks }
  const negative = /^\(\s*([^()]*\d[^()]*)\)(.*)$/.exec(text)
  const inner = negative ? readAmount(`${negative[1]}${negative[2]}`) : readAmount(text)
  if (!inner) return undefined
  return { ...inner, digits: negative ? `-${inner.digits.replace(/^-/, '')}` : inner.digits, marks: [...marks, ...inner.marks] }
}

function readAmount(text: string): Printed | undefined {
  const about = ABOUT.exec(text)?.[0] ?? ''
  let rest = text.slice(about.length)
  let minus = false
  let signs = 0
  const takeSign = () => {
    const sign = SIGN.exec(rest)?.[0]
    if (sign === undefined) return
    signs++
    minus ||= DOWN.test(sign)
    rest = rest.slice(sign.length)
  }
  takeSign()
  const before = /^(?:[^\d.,+\-−–]{1,6}\.?\s*)?/.exec(rest)?.[0] ?? ''
  if (before.trim() !== '' && currencyOf(before) === undefined) return undefined
  rest = rest.slice(before.length)
  takeSign()
  let body = BODY.exec(rest)?.[0]
  if (body === undefined || signs > 1) return undefined
  rest = rest.slice(body.length)
  const raised = /^(?:[eE]([+-]?\d{1,3})(?![\p{L}\d])|\s*[×x*·]\s*10\^?([+\-−⁻]?[\d⁰¹²³⁴-⁹]{1,3}))/u.exec(rest)
  rest = rest.slice(raised?.[0].length ?? 0)
  if (/^[-−]$/.test(rest.trim())) [minus, rest] = [true, '']
  // `12,-` is a price without cents, and `300 million+` more than that.
  const [cents] = /^[.,][-–—]{1,2}(?=\s|$|€)/.exec(rest) ?? ['']
  if (cents !== '') body += `${cents[0]}00`
  rest = rest.slice(cents.length).replace(/(?:^|(?<=\p{L})\s?)\+$|\s(?:or|oder|und) (?:more|over|mehr)$/u, '')
  const tail = tailOf(rest)
  if (!tail) return undefined
  return {
    digits: (minus ? '-' : '') + body,
    exponent: raised ? exponentOf(raised[1] ?? raised[2] ?? '0') : 0,
    ...amountWords(before, tail.unit, !/^\s/.test(rest)),
    ...(tail.second !== '' && { rest: tail.second }),
    marks: about === '' ? [] : [about.trim()],
  }
}

/** The unit after the digits, and what stands after it; nothing where what follows makes it no amount, as in `3–5`. */
function tailOf(rest: string): { unit: string; second: string } | undefined {
  const [, first = rest, second = ''] = SECOND.exec(rest) ?? []
  // `2.` is a rank.
  const unit = first.trim().replace(/^\.$/, '')
  if (!UNIT.test(unit) || /^[-/]/.test(unit)) return undefined
  return { unit, second: second.replace(/[)}\]]$/, '').trim() }
}

function withoutMarks(text: string): { text: string; marks: string[] } {
  // `[288]` is a number in brackets, `1.00794(4)` one with its last digit's uncertainty.
  const bracketed = /^\[\s*([\d.,\s]+)\]$/.exec(text)?.[1]
  // The last digits of `1.5 × 10³` are no mark.
  const isRaised = /[×x*·]\s*10[⁻⁺]?[⁰¹²³⁴-⁹]+$/u.test(text)
  const { text: bare, marks } = isRaised ? { text, marks: [] } : withoutFootnotes(bracketed ?? text)
  const uncertain = /^(.*\d)(\(\d{1,3}\)|\([a-z]\))$/.exec(bare)
  return uncertain?.[1] ? { text: uncertain[1], marks: [...marks, uncertain[2] ?? ''] } : { text: bare, marks: [...marks] }
}

/** Digits of other scripts, and the full-width ones of East Asia, as plain ones. */
function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９٫٬，．％]/g, (character) => {
    const other = { '٫': '.', '٬': ',', '，': ',', '．': '.', '％': '%' }[character]
    if (other !== undefined) return other
    const code = character.codePointAt(0) ?? 0
    return String(code - ([0xff10, 0x0966, 0x06f0, 0x0660].find((zero) => code >= zero) ?? code))
  })
}

function exponentOf(text: string): number {
  const plain = text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).replace(/[−⁻]/, '-')
  return Number(plain)
}

const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?:[.,](\d+))?(?:\s*(?:h|hrs?|min|std\.?))?$/i
const LONG =
  /^(?:(\d+)\s*d(?:ays?)?\s*)?(?:(\d+)\s*(?:h|hrs?|hours?|std\.?)\.?\s*)(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?)\.?)?$/i
const SHORT = /^(\d+)\s*(?:m|min|mins|['’′])\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:s|sec|["”″]|'')?$/i

/** `2:01:09`, `+59:12.4`, `2 h 5 min`, `4′33″`; two parts are minutes and seconds. A lone `5 h` is an amount with a unit. */
function durationOf(signed: string): number | undefined {
  const [, sign = '', text = ''] = /^([+\-−]?)\s*(.*)$/s.exec(signed) ?? []
  const seconds = secondsOf(text)
  return seconds !== undefined && sign !== '' && sign !== '+' ? -seconds : seconds
}

function secondsOf(text: string): number | undefined {
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'))
  const clock = CLOCK.exec(text)
  if (clock) {
    const [, first, second, third, decimals] = clock
    const fraction = Number(`0.${decimals ?? 0}`)
    return third === undefined
      ? number(first) * 60 + number(second) + fraction
      : number(first) * 3600 + number(second) * 60 + number(third)
  }
  const long = LONG.exec(text)
  if (long && (long[1] ?? long[3] ?? long[4]) !== undefined)
    return number(long[1]) * 86_400 + number(long[2]) * 3600 + number(long[3]) * 60 + number(long[4])
  const short = SHORT.exec(text)
  return short ? number(short[1]) * 60 + number(short[2]) : undefined
}

/** Both separators, or one that cannot group thousands, tell which of them is the decimal mark. */
export function markOf(digits: string): Evidence {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma === -1 && point === -1) return 'none'
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.'
  const [mark, other]: [DecimalMark, DecimalMark] = comma !== -1 ? [',', '.'] : ['.', ',']
  const parts = digits.replace(/^-/, '').split(mark)
  if (parts.length > 2) return other
  return /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts[1]?.length === 3 ? 'either' : mark
}

/** The value of a number whose decimal mark is known; undefined when its separators do not fit it. */
export function numberIn({ digits, exponent, scale, duration }: Printed, mark: DecimalMark): number | undefined {
  if (duration !== undefined) return duration
  const [whole = '', decimals, ...more] = digits.split(mark)
  if (more.length > 0 || !isGrouped(whole.replace(/^-/, '')) || (decimals !== undefined && !/^\d+$/.test(decimals)))
    return undefined
  const mantissa = whole.replace(/[^\d-]/g, '') + (decimals === undefined ? '' : `.${decimals}`)
  // Read as one literal, so that `13.37` million is exact.
  const number = Number(`${mantissa}e${exponent + scale}`)
  return Number.isFinite(number) ? number + 0 : undefined
}

const GROUPED = new RegExp(`^\\d{1,3}(?:([.,'’‘´\`_${SPACE}])\\d{3})(?:\\1\\d{3})*$`)

/** Digits alone, or in groups of three; in some places of two before the last three. */
function isGrouped(whole: string): boolean {
  return /^\d*$/.test(whole) || GROUPED.test(whole) || /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
}
