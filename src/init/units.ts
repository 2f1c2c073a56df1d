/** A column's name for people, and what its numbers count. */
export interface Heading {
  /** `Height` for `height_m`, `height (m)` and `Height [m]`. */
  label: string
  /** As it is printed after a number. */
  unit?: string
  /** ISO 4217. */
  currency?: string
}

/** Units as they end the names of columns, and as they are printed. */
// biome-ignore format: a line a kind
const UNITS: Readonly<Record<string, string>> = {
  km2: 'km²', sqkm: 'km²', 'sq km': 'km²', m2: 'm²', sqm: 'm²', m3: 'm³', km3: 'km³', sqmi: 'sq mi', km: 'km', m: 'm', meters: 'm', metres: 'm',
  cm: 'cm', mm: 'mm', mi: 'miles', miles: 'miles', ft: 'ft', feet: 'ft', ha: 'ha', kg: 'kg', g: 'g', mg: 'mg', t: 't', tonnes: 'tonnes',
  lb: 'lb', lbs: 'lb', s: 's', sec: 's', seconds: 's', ms: 'ms', min: 'min', minutes: 'min', h: 'h', hours: 'h', days: 'days', years: 'years',
  kmh: 'km/h', kph: 'km/h', mph: 'mph', mps: 'm/s', kw: 'kW', mw: 'MW', gw: 'GW', kwh: 'kWh', mwh: 'MWh', gwh: 'GWh', twh: 'TWh', hp: 'hp',
  celsius: '°C', '°c': '°C', fahrenheit: '°F', '°f': '°F', kelvin: 'K', ppm: 'ppm', l: 'l', ml: 'ml', liters: 'l', litres: 'l',
  pct: '%', percent: '%', percentage: '%', perc: '%', '%': '%', kb: 'KB', mb: 'MB', gb: 'GB', kcal: 'kcal', mpg: 'mpg', hz: 'Hz', 
  thousand: 'thousand', thousands: 'thousand', million: 'million', millions: 'million', mn: 'million', billion: 'billion', billions: 'billion',
  bn: 'billion', trillion: 'trillion', trillions: 'trillion', 'tsd.': 'Tsd.', 'mio.': 'Mio.', 'mrd.': 'Mrd.',
}
/** Currencies likewise, and their codes. */
// biome-ignore format: as above
const CURRENCIES: Readonly<Record<string, string>> = {
  usd: 'USD', us$: 'USD', $: 'USD', dollars: 'USD', eur: 'EUR', '€': 'EUR', euro: 'EUR', euros: 'EUR', gbp: 'GBP', '£': 'GBP', jpy: 'JPY', '¥': 'JPY',
  chf: 'CHF', cad: 'CAD', aud: 'AUD', inr: 'INR', '₹': 'INR', cny: 'CNY', sek: 'SEK', nok: 'NOK', dkk: 'DKK', pln: 'PLN', brl: 'BRL',
}

/** Splits a column's name into what it is and its unit: in brackets, after a comma, or as the last word of `area_km2`. */
export function readHeading(header: string): Heading {
  const bracketed = /^(.*?)[\s_]*[([]([^()[\]]{1,24})[)\]]\s*$/.exec(header)
  const inside = (bracketed?.[2] ?? '').trim()
  // `Population (2023)` and `Club (season 23/24)` say when, not in which unit.
  if (bracketed?.[1] && (unitOf(inside) || !/\d{2}/.test(inside)))
    return { label: labelOf(bracketed[1]), ...(unitOf(inside) ?? { unit: inside }) }
  const share = /^(.+?),?[\s_-]+(?:pct|percent|percentage|perc|%)[\s_-]+of[\s_-]+(.+)$/i.exec(header)
  if (share?.[1] && share[2]) return { label: labelOf(share[1]), unit: `% of ${lowered(labelOf(share[2]))}` }
  const ended = /^(.+?)(?:,\s*|\s+in\s+|[\s_-]+)([\p{L}%°$€£¥₹]+\d?)$/u.exec(header)
  // `temp_min` is the lowest one, not minutes.
  const unit = ended?.[2] === undefined || ended[2] === 'min' ? undefined : unitOf(ended[2])
  if (ended?.[1] && unit) return withCurrency(ended[1].replace(/[\s_-]+in$/i, ''), unit)
  const led = /^(pct|percent|percentage|perc)[\s_-]+(.+)$/i.exec(header)
  if (led?.[2]) return { label: labelOf(led[2]), unit: '%' }
  return { label: labelOf(header.replace(/\s*%\s*$/, '')), ...(/%\s*$/.test(header) && { unit: '%' }) }
}

type Unit = Pick<Heading, 'unit' | 'currency'>

/** `profit_eur_millions` has a currency before its last word. */
function withCurrency(name: string, unit: Unit): Heading {
  const [, label, word = ''] = /^(.+?),?[\s_-]+(\S+)$/.exec(name) ?? []
  const { currency } = unitOf(word) ?? {}
  return label && currency && !unit.currency ? { label: labelOf(label), ...unit, currency } : { label: labelOf(name), ...unit }
}

/** What a unit written beside a number or in a name is: a currency, a unit, or both, as in `USD millions`; undefined for neither. */
export function unitOf(text: string): Unit | undefined {
  const words = text.trim().split(/\s+/)
  const [one, other] = words.length === 2 ? words.map(knownUnit) : []
  if (one && other && (one.currency === undefined) !== (other.currency === undefined)) return { ...one, ...other }
  return knownUnit(text)
}

function knownUnit(text: string): Unit | undefined {
  const key = text.trim().toLowerCase()
  if (Object.hasOwn(CURRENCIES, key)) return { currency: CURRENCIES[key] as string }
  return Object.hasOwn(UNITS, key) ? { unit: UNITS[key] as string } : undefined
}

/** Three letters that nobody can say as a word are initials, but for these. */
const INITIALS = /^(?!pts|hrs|yrs|pct|cnt|std|nbr|lvl)[bcdfghjklmnpqrstvwxz]{3}$/i

/** A label within a sentence begins with a small letter, unless it begins with initials. */
function lowered(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

/** `total_area` is `Total area`, `bodyMass` is `Body mass`; what is written in capitals stays, and so do words that somebody has set apart. */
export function labelOf(name: string): string {
  // `Anteil Grünfläche` and `Distance from Earth` are written to be read.
  const forReaders = /\S\s+\S/.test(name)
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu}\p{Ll})/gu, (_, before: string, after: string) => `${before} ${after}`)
    .replace(/[\s_]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (!forReaders && INITIALS.test(word) ? word.toUpperCase() : word))
    .map((word, index) => (!forReaders && index > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
