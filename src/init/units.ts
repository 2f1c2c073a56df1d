import { currencyOf, letterScale, scaleOf, wordsOf } from '../table/amount-words.ts'

/** A column's name for people, and what its numbers count. */
export interface Heading {
  /** `Height` for `height_m`, `height (m)` and `Height [m]`. */
  label: string
  /** As it is printed after a number. */
  unit?: string
  /** ISO 4217. */
  currency?: string
  /** Power of ten by which its numbers are to be multiplied: 6 for `Umsatz (Mio. €)`. */
  scale?: number
}

/** Units as they end the names of columns, and as they are printed. */
// biome-ignore format: a line a kind
const UNITS: Readonly<Record<string, string>> = {
  km2: 'km²', sqkm: 'km²', 'sq km': 'km²', m2: 'm²', sqm: 'm²', m3: 'm³', km3: 'km³', sqmi: 'sq mi', km: 'km', m: 'm', meters: 'm', metres: 'm',
  cm: 'cm', mm: 'mm', mi: 'miles', miles: 'miles', ft: 'ft', feet: 'ft', ha: 'ha', kg: 'kg', g: 'g', mg: 'mg', t: 't', tonnes: 'tonnes',
  lb: 'lb', lbs: 'lb', kt: 'kt', toe: 'toe', ktoe: 'ktoe', mtoe: 'Mtoe', s: 's', sec: 's', secs: 's', seconds: 's', ms: 'ms', min: 'min', mins: 'min', minutes: 'min', h: 'h', hr: 'h', hrs: 'h', hours: 'h', std: 'h', days: 'days', years: 'years',
  kmh: 'km/h', kph: 'km/h', mph: 'mph', mps: 'm/s', kw: 'kW', mw: 'MW', gw: 'GW', kwh: 'kWh', mwh: 'MWh', gwh: 'GWh', twh: 'TWh', hp: 'hp',
  celsius: '°C', '°c': '°C', fahrenheit: '°F', '°f': '°F', kelvin: 'K', ppm: 'ppm', l: 'l', ml: 'ml', liters: 'l', litres: 'l',
  pct: '%', percent: '%', percentage: '%', perc: '%', '%': '%', kb: 'KB', mb: 'MB', gb: 'GB', tb: 'TB', kcal: 'kcal', mpg: 'mpg', hz: 'Hz', 'hh:mm:ss': 'h', 'h:mm:ss': 'h', 'mm:ss': 'min',
  people: 'people', persons: 'people', personen: 'Personen', inhabitants: 'inhabitants', einwohner: 'Einwohner', stunden: 'h', minuten: 'min', sekunden: 's', jahre: 'Jahre', tage: 'Tage',
  '°': '°', 'm/s': 'm/s', 'm3/s': 'm³/s', '/km2': '/km²', 'per km2': '/km²', 'people/km2': 'people/km²', 'km/h': 'km/h', 'g/km': 'g/km', '‰': '‰', tonnen: 'Tonnen', meter: 'm', kilometer: 'km', liter: 'l', quadratkilometer: 'km²', prozent: '%', 'einw.': 'Einw.',
}

/** Words in brackets that say which numbers these are, not in which unit. */
const NO_UNIT =
  /^(?:(?:un)?adjusted|est(?:imated?|\.)?|total|official|approx\.?|nominal|ppp|projected|latest|all|men|women|male|female|local|net|gross|score|avg\.?|average|mean|median|max\.?|min\.?|n|provisional|prelim(?:inary|\.)?|forecast|rev(?:ised|\.)?|(?:lower|less|fewer|higher|more) is better|geschätzt|gesamt|vorläufig|prognose|netto|brutto)$/i

/** Splits a column's name into what it is and its unit: in brackets, after a comma, or as the last word of `area_km2`. */
export function readHeading(header: string): Heading {
  const bracketed = /^(.*?)[\s_]*[([]([^()[\]]{1,32})[)\]]\s*$/.exec(header)
  const inside = (bracketed?.[2] ?? '').trim()
  const unit = unitWithin(inside)
  if (bracketed?.[1] && unit) return { label: labelOf(bracketed[1]), ...unit }
  const share = /^(.+?),?[\s_-]+(?:pct|percent|percentage|perc|%)[\s_-]+of[\s_-]+(.+)$/i.exec(header)
  if (share?.[1] && share[2]) return { label: labelOf(share[1]), unit: `% of ${lowered(labelOf(share[2]))}` }
  // `Value in million U.S. dollars` says it in several words.
  const [, said = '', words = ''] = /^(.+?),?\s+in\s+(\S+(?:\s+\S+){2,3})$/i.exec(header) ?? []
  const spoken = unitOf(words)
  if (spoken) return { label: labelOf(said), ...spoken }
  const ended = endingIn(header)
  if (ended) return ended
  const led = /^(pct|percent|percentage|perc)[\s_-]+(.+)$/i.exec(header)
  if (led?.[2]) return { label: labelOf(led[2]), unit: '%' }
  return { label: labelOf(header.replace(/\s*%\s*$/, '')), ...(/%\s*$/.test(header) && header.trim() !== '%' && { unit: '%' }) }
}

/** What brackets hold: a known unit, or any word but a year and those that say something else. */
function unitWithin(inside: string): Unit | undefined {
  const parts = [inside, ...inside.split(/[,;]\s*/)].map((part) => unitOf(part.replace(/^(?:in|as)\s+/i, '')))
  const known = parts.find((part) => part !== undefined) ?? measureOf(inside)
  // `Population (2023)` and `Club (season 23/24)` say when, not in which unit.
  return known ?? (inside === '' || /\d{2}|^[a-z\d]$/.test(inside) || NO_UNIT.test(inside) ? undefined : { unit: inside })
}

/** A unit, also where words stand around it: `current US$`, `annual %`, `% of all`. */
export function measureOf(text: string): Unit | undefined {
  if (/^% of \S/.test(text)) return { unit: text }
  return unitOf(text.replace(/^annual (?=%)/, '')) ?? paidIn(text)
}

function paidIn(text: string): Unit | undefined {
  const words = text.split(/\s+/).map(unitOf)
  if (!words.some((word) => word?.currency !== undefined)) return undefined
  return Object.assign({}, ...words) as Unit
}

/** Words after which something has to come. */
const OPEN = /^(?:in|of|per|by|and|the|von|der|pro|je)$/i

/** `profit_eur_millions` and `Budget, $ bn` end in a unit, of one word or two. */
function endingIn(header: string): Heading | undefined {
  const [, label = '', first = '', last = ''] =
    /^(.+?)(?:,\s*|\s+in\s+|[\s_-]+)(?:([\p{L}%°$€£¥₹.]+)[\s_-]+)?([\p{L}%°$€£¥₹'/.:²³]+\d?|(?<!\d,)'?000s?)$/u.exec(header) ?? []
  const both = first === '' || last === 'min' || OPEN.test(first) ? undefined : unitOf(`${first} ${last}`)
  if (both && label !== '') return { label: labelOf(label.replace(/[\s_,-]+in$/i, '')), ...both }
  // `temp_min` is the lowest one, not minutes, and a letter alone is a name like any other.
  const one = last === 'min' ? undefined : unitOf(last)
  const name = header.slice(0, header.length - last.length).replace(/[\s_,-]+(?:in)?[\s_,-]*$/i, '')
  // `Number of people` counts people, and is no number of something else.
  const before = name.split(/[\s_]/).at(-1) ?? ''
  // Nor are the `last 7 days` a unit.
  const isOpen = OPEN.test(before) || /^(?!(?:19|20)\d\d$)[\d.,]+$/.test(before)
  return one && name !== '' && !isOpen ? { label: labelOf(name), ...one } : undefined
}

/** What numbers count. */
export type Unit = Pick<Heading, 'unit' | 'currency' | 'scale'>

/** What a unit written beside a number or in a name is: a unit, a currency, a word that multiplies, or several of them, as in `USD millions`; undefined for none. */
export function unitOf(text: string): Unit | undefined {
  const whole = knownUnit(text)
  if (whole) return whole
  const said = wordsOf(text.replace(/\bU\.?S\.?\s+(?=dollars?$)/i, '')).filter((word) => !/^(?:of|in|von)$/i.test(word))
  const isPaid = said.some((word) => currencyOf(word) !== undefined)
  const words = said.map((word) => knownUnit(word, isPaid))
  const known = words.filter((word) => word !== undefined)
  const keys = known.flatMap(Object.keys)
  if (known.length < words.length || new Set(keys).size < keys.length || words.length === 0) return undefined
  return Object.assign({}, ...known) as Unit
}

function knownUnit(text: string, isPaid = false): Unit | undefined {
  const key = text.trim().toLowerCase().replace('²', '2').replace('³', '3')
  const [currency, scale] = [currencyOf(text), scaleOf(key) ?? (isPaid ? letterScale(text, true, false) : undefined)]
  if (scale !== undefined) return { scale }
  if (currency !== undefined) return { currency }
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
