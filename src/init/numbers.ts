/** What stands around the digits of a number. */
export interface Written {
  /** The digits with their separators, sign and exponent. */
  digits: string
  /** A currency before it, or anything after it: `$`, `km²`, `%`. */
  prefix: string
  suffix: string
}

/** Which separator the numbers of a file have before their decimals. */
export type DecimalMark = '.' | ','

/** What the numbers of a column say of their decimal mark; `either` when each of them reads both ways, such as `1,234`. */
export type Evidence = DecimalMark | 'either' | 'none' | 'mixed'

const WRITTEN =
  /^(?<sign>[+\-−]?)(?<prefix>[$€£¥₹]|(?:US|A|C)\$|[A-Z]{3} ?)?\s*(?<inner>[+\-−]?)(?<body>\d[\d.,'’_ \u00a0\u202f]*\d|\d|[.,]\d+)(?<exponent>[eE][+-]?\d+)?\s*(?<suffix>[\p{L}%°€$£¥₹/²³.·µ ]{0,15}[²³\d]?)$/u

/** What people write where there is no value. */
const MISSING = /^(?:|[-–—.?…]+|n\.?\/?a\.?|null|none|nan|unknown|not available|#n\/a)$/i

/** Whether a cell of a column of numbers says that there is none. */
export function isMissing(text: string): boolean {
  return MISSING.test(text)
}

/** Takes a number apart; undefined for what is none. */
export function written(text: string): Written | undefined {
  const { sign = '', prefix = '', inner = '', body = '', exponent = '', suffix = '' } = WRITTEN.exec(text)?.groups ?? {}
  if (body === '' || (sign !== '' && inner !== '')) return undefined
  const minus = /[-−]/.test(sign + inner) ? '-' : ''
  return { digits: minus + body + exponent, prefix: prefix.trim(), suffix: suffix.trim() }
}

/** What a column's digits say of the decimal mark. */
export function evidenceOf(digits: readonly string[]): Evidence {
  const said = new Set(digits.map(markOf).filter((mark) => mark !== 'none'))
  const certain = [...said].filter((mark) => mark !== 'either')
  if (certain.length > 1) return 'mixed'
  return certain[0] ?? (said.has('either') ? 'either' : 'none')
}

/** Both separators, or one that cannot group thousands, tell which of them is the decimal mark. */
function markOf(digits: string): Evidence {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma === -1 && point === -1) return 'none'
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.'
  const [mark, other]: [DecimalMark, DecimalMark] = comma !== -1 ? [',', '.'] : ['.', ',']
  const parts = digits.replace(/^-|e.*$/gi, '').split(mark)
  if (parts.length > 2) return other
  return /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts[1]?.length === 3 ? 'either' : mark
}

/** Reads digits whose decimal mark is known; undefined when their separators do not fit it. */
export function numberOf(digits: string, mark: DecimalMark): number | undefined {
  const [whole = '', decimals, ...more] = digits.split(mark)
  if (more.length > 0 || !isGrouped(whole.replace(/^-/, '')) || (decimals !== undefined && !/^\d+(e[+-]?\d+)?$/i.test(decimals)))
    return undefined
  const number = Number(`${whole.replace(/[.,'’_ \u00a0\u202f]/g, '')}${decimals === undefined ? '' : `.${decimals}`}`)
  return Number.isFinite(number) ? number + 0 : undefined
}

/** Digits alone, or in groups of three; in some places of two before the last three. */
function isGrouped(whole: string): boolean {
  return (
    /^(?:\d*|\d+e[+-]?\d+)$/i.test(whole) ||
    /^\d{1,3}(?:([.,'’_ \u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
  )
}
