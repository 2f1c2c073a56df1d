/** Currencies by their signs, codes and names (ISO 4217). */
// biome-ignore format: a line a kind
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD', 'us$': 'USD', 'us-dollar': 'USD', usd: 'USD', dollar: 'USD', dollars: 'USD', '€': 'EUR', eur: 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', gbp: 'GBP',
  '¥': 'JPY', '￥': 'JPY', jpy: 'JPY', yen: 'JPY', 'c$': 'CAD', 'ca$': 'CAD', cad: 'CAD', 'a$': 'AUD', 'au$': 'AUD', aud: 'AUD', 'nz$': 'NZD', nzd: 'NZD',
  'hk$': 'HKD', hkd: 'HKD', 's$': 'SGD', sgd: 'SGD', 'r$': 'BRL', brl: 'BRL', 'mx$': 'MXN', mxn: 'MXN', chf: 'CHF', 'fr.': 'CHF', sfr: 'CHF', '₹': 'INR', rs: 'INR', 'rs.': 'INR',
  inr: 'INR', cny: 'CNY', rmb: 'CNY', kr: 'SEK', 'kr.': 'SEK', sek: 'SEK', nok: 'NOK', dkk: 'DKK', pln: 'PLN', zł: 'PLN', czk: 'CZK', kč: 'CZK', huf: 'HUF', '₽': 'RUB',
  rub: 'RUB', '₺': 'TRY', try: 'TRY', '₩': 'KRW', krw: 'KRW', '₪': 'ILS', ils: 'ILS', zar: 'ZAR', '₴': 'UAH', '₫': 'VND', '฿': 'THB', '₱': 'PHP', '₦': 'NGN',
}

/** Words that multiply, and the power of ten by which they do. German and the languages like it count a thousand millions as one step more. */
// biome-ignore format: a line a power
const SCALES: Readonly<Record<string, number>> = {
  thousand: 3, thousands: 3, thsd: 3, 'thsd.': 3, tsd: 3, 'tsd.': 3, tausend: 3, mil: 3, "'000": 3, '000': 3, '000s': 3, '1000': 3, '1,000': 3, '1,000s': 3, '1.000': 3, '1000s': 3,
  lakh: 5, lakhs: 5, million: 6, millions: 6, mio: 6, 'mio.': 6, millionen: 6, mn: 6, mln: 6, 'mill.': 6, mill: 6, millones: 6, millón: 6, milhões: 6, milioni: 6, miljoen: 6,
  crore: 7, crores: 7, cr: 7, billion: 9, billions: 9, bn: 9, bln: 9, mrd: 9, 'mrd.': 9, milliarde: 9, milliarden: 9, milliard: 9, milliards: 9, mld: 9, 'mld.': 9, miliardi: 9, miljard: 9,
  trillion: 12, trillions: 12, tn: 12, trn: 12, bio: 12, 'bio.': 12, billionen: 12, billones: 12,
}

/** Single letters that multiply beside a currency; without one only some of them do, and only right after the digits. */
const LETTERS: Readonly<Record<string, number>> = { k: 3, K: 3, m: 6, M: 6, b: 9, B: 9, T: 12 }
const ALONE = /^[kKMB]$/

/** What stands around the digits of an amount, or in the name of a column. */
export interface AmountWords {
  /** Power of ten by which the digits are multiplied. */
  scale: number
  /** ISO 4217. */
  currency?: string
  /** Whatever else is said. */
  unit?: string
}

/** Codes in small letters are words like others, but for these. */
const SMALL = /^(?:usd|eur|gbp|chf|jpy|yen)$/

/** The currency of a sign, code or name. */
export function currencyOf(text: string): string | undefined {
  const key = text.trim().toLowerCase()
  if (/^[a-z]{3}$/.test(text.trim()) && !SMALL.test(key)) return undefined
  return Object.hasOwn(CURRENCIES, key) ? CURRENCIES[key] : undefined
}

/** The power of ten of a word that multiplies. */
export function scaleOf(word: string): number | undefined {
  const key = word.toLowerCase()
  return Object.hasOwn(SCALES, key) ? SCALES[key] : undefined
}

/**
 * Takes apart what stands before and after the digits: `$` and `bn`, `Mio. €`, `km²`.
 *
 * @param attached whether what stands after them does so without a space
 */
export function amountWords(before: string, after: string, attached: boolean): AmountWords {
  const currency = currencyOf(before)
  const words = wordsOf(after)
  const other = words.map(currencyOf).find((found) => found !== undefined)
  const paid = currency ?? other
  let scale = 0
  const rest = words.filter((word) => {
    if (word === '' || currencyOf(word) !== undefined) return false
    const power = scaleOf(word) ?? letterScale(word, paid !== undefined, attached && words.length === 1)
    scale += power ?? 0
    return power === undefined
  })
  const unit = rest.join(' ').replace(/^(?:of|de|von)\s+/i, '')
  return { scale, ...(paid && { currency: paid }), ...(unit !== '' && { unit }) }
}

/** The words around an amount, signs that have grown into one word apart: `M€`; `° C` is one. */
export function wordsOf(text: string): string[] {
  return text
    .trim()
    .replace(/\bT (?=€|EUR\b|CHF\b)/, 'T')
    .replace(/° (?=[CF]\b)/, '°')
    .split(/\s+/)
    .flatMap(splitSigns)
}

/** A thousand is a T before a currency, as in German books. */
function splitSigns(word: string): string[] {
  const [, first = '', sign = ''] = /^(k|K|T|M|m|b|B|bn|Mio\.?|Mrd\.?|Tsd\.?)(€|\$|£|EUR|USD|CHF)$/.exec(word) ?? []
  if (first !== '') return [first === 'T' ? 'k' : first, sign]
  const [, led = '', scale = ''] = /^(€|\$|£|US\$)(k|m|b|bn|mn|mio\.?|mrd\.?|'?000s?|1,000s?)$/i.exec(word) ?? []
  return led === '' ? [word] : [led, scale]
}

/** The power of ten of a letter beside a number or a currency. */
export function letterScale(word: string, paid: boolean, attached: boolean): number | undefined {
  if (!Object.hasOwn(LETTERS, word)) return undefined
  return paid || (attached && ALONE.test(word)) ? LETTERS[word] : undefined
}
