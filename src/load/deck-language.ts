/**
 * Where code names no language, or one that is not known here, Node speaks that of the machine it runs on. The same deck would have
 * other words and another order elsewhere, so it speaks the deck's instead. Constructors and methods are replaced for the whole
 * process: that is where numbers, dates and texts have theirs from, those of a deck too.
 */

/** Spoken until a deck has said what its own is. */
const FIRST = 'en'

let language = FIRST
/** How often it was asked for. */
let asked = 0
let isInstalled = false

/**
 * Makes `lang` (BCP 47) the language of whoever names none; English in place of one that is not known here. Returns whether it
 * was another one before.
 */
export function setLanguage(lang: unknown = FIRST): boolean {
  if (!isInstalled) install()
  isInstalled = true
  const before = language
  language = typeof lang === 'string' && isTag(lang) && isKnown(lang) ? lang : FIRST
  return language !== before
}

/** How often the language has been asked for by anybody who named none, or none that is known here. */
export function timesAsked(): number {
  return asked
}

type Method = (this: unknown, ...parameters: unknown[]) => unknown

/** Methods whose result depends on a language, and the place that it has among their parameters. */
const METHODS: readonly (readonly [owner: object, position: number, ...names: string[]])[] = [
  [Number.prototype, 0, 'toLocaleString'],
  [BigInt.prototype, 0, 'toLocaleString'],
  [Date.prototype, 0, 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  [String.prototype, 0, 'toLocaleLowerCase', 'toLocaleUpperCase'],
  [String.prototype, 1, 'localeCompare'],
]

const CONSTRUCTORS = [
  ...(['Collator', 'DateTimeFormat', 'DisplayNames', 'DurationFormat', 'ListFormat', 'NumberFormat'] as const),
  ...(['PluralRules', 'RelativeTimeFormat', 'Segmenter'] as const),
]

function install(): void {
  for (const [owner, position, ...names] of METHODS) for (const name of names) replaceMethod(owner, name, position)
  for (const name of CONSTRUCTORS) replaceConstructor(name)
  for (const name of ['toString', 'toTimeString']) nameZoneInEnglish(name)
}

function replaceMethod(owner: object, name: string, position: number): void {
  const original = Reflect.get(owner, name) as Method
  const replaced = {
    [name](this: unknown, ...parameters: unknown[]) {
      parameters[position] = localesFor(parameters[position])
      return original.apply(this, parameters)
    },
  }[name]
  Object.defineProperty(owner, name, { value: replaced, writable: true, configurable: true })
}

function replaceConstructor(name: string): void {
  const original: unknown = Reflect.get(Intl, name)
  // Older versions of Node lack some.
  if (typeof original !== 'function') return
  const replaced = new Proxy(original, {
    construct: (target, [locales, ...others], derived) => Reflect.construct(target, [localesFor(locales), ...others], derived),
    apply: (target, self, [locales, ...others]) => Reflect.apply(target, self, [localesFor(locales), ...others]),
  })
  Object.defineProperty(Intl, name, { value: replaced, writable: true, configurable: true })
}

/** All else in a date's text is English in any case. */
function nameZoneInEnglish(name: string): void {
  const original = Reflect.get(Date.prototype, name) as (this: Date) => string
  const replaced = {
    [name](this: Date) {
      return original.call(this).replace(/\(.*\)$/, () => `(${zoneOf(this)})`)
    },
  }[name]
  Object.defineProperty(Date.prototype, name, { value: replaced, writable: true, configurable: true })
}

function zoneOf(date: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'long' }).formatToParts(date)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** What was named, with the language after it unless something of it is known here. */
function localesFor(locales: unknown): unknown {
  const named = locales === undefined ? [] : [locales].flat()
  if (named.some(isKnown)) return locales
  asked++
  return named.length === 0 ? language : [...named, language]
}

const known = new Map<unknown, boolean>()

/** Asked at every comparison of a sort, so it is remembered. What is no tag counts as known: whoever is given it complains. */
function isKnown(locale: unknown): boolean {
  const remembered = known.get(locale)
  if (remembered !== undefined) return remembered
  const tag = locale instanceof Intl.Locale ? locale.toString() : locale
  const is = typeof tag === 'string' && (!isTag(tag) || Intl.NumberFormat.supportedLocalesOf(tag).length > 0)
  if (typeof locale === 'string') known.set(locale, is)
  return is
}

function isTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}
