import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { slug } from '../util/slug.ts'
import { unusableText } from '../util/unusable-text.ts'
import type { Act, Deck, RankedRecord, Scene, SceneStep } from './deck.ts'
import type { FontDeclaration } from './font.ts'
import { isPageId } from './slide-ids.ts'
import { themeDiagnostics } from './themes.ts'

const FILE = 'slides/deck.ts'

/** What a part of a deck must be: says what it expects of a value that is none. */
interface Kind {
  expected: string
  is(value: unknown): boolean
  optional?: true
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
/** Nothing to see: white space, and what only steers what stands beside it. */
const UNSEEN = /^[\s\p{C}]*$/u
/** Control characters, and those that turn the direction of what follows them beyond the text itself. */
const STEERING = /[\u202a-\u202e]|[^\P{Cc}\t\r\n]/u
const text: Kind = { expected: 'a text', is: (value) => typeof value === 'string' && !UNSEEN.test(value) }
const list: Kind = { expected: 'a list', is: Array.isArray }
const object: Kind = { expected: 'an object', is: isObject }
const callable: Kind = { expected: 'a function', is: (value) => typeof value === 'function' }
const optional = (kind: Kind): Kind => ({ ...kind, optional: true })

const PARTS = {
  title: text,
  description: text,
  lang: { expected: 'a language such as `en` or `pt-BR`', is: isLanguage },
  date: { expected: 'a date such as `2024-12-31`', is: isDate },
  author: optional(text),
  format: object,
  palette: optional(object),
  theme: { expected: 'a theme', is: () => true },
  fonts: optional(list),
  frames: optional({ expected: 'a list of origins such as `https://maps.example.org`', is: isOrigins }),
  records: list,
  downloads: object,
  source: text,
  autoplay: optional({ expected: 'a number of seconds such as 8', is: (value) => typeof value === 'number' && value >= 1 }),
  footer: optional(text),
  logo: optional({ expected: '{ src, alt }, two texts', is: isLogo }),
  acts: list,
  scenes: object,
  components: object,
  layouts: object,
  template: callable,
  describe: callable,
  columns: optional(object),
  handout: optional(object),
  otherNames: optional(object),
  filmSeconds: optional(object),
} as const satisfies Record<keyof Deck, Kind>

function isOrigins(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((each) => URL.canParse(each) && new URL(each).origin === each && /^https:/.test(each))
  )
}

function isLogo(value: unknown): boolean {
  const { src, alt } = Object(value) as Partial<Record<'src' | 'alt', unknown>>
  return text.is(src) && text.is(alt)
}

/**
 * What is wrong with a deck as its author's modules left it, of which the build has not checked the types: missing and unknown
 * parts, and records, acts and scenes that nothing could be made from.
 */
export function checkDeck(deck: unknown): Diagnostic[] {
  if (!isObject(deck)) return [at(`found ${nameOf(deck)} as the default export, expected \`defineDeck({ … })\``)]
  const parts = Object.entries<Kind>(PARTS).flatMap(([name, kind]) => faultOf(name, Reflect.get(deck, name), kind))
  const unknown = Object.keys(deck).filter((name) => !Object.hasOwn(PARTS, name))
  const strange = unknown.map((name) => at(`unknown part ${shown(name)}; ${suggest(name, Object.keys(PARTS))}`))
  if (parts.length + strange.length > 0) return [...parts, ...strange]
  const sound = deck as Deck
  if (sound.records.length > MOST_RECORDS)
    return [at(`records: found ${sound.records.length}, expected at most ${MOST_RECORDS}; tell the first of them`)]
  return [
    // A list may have holes, which its own methods pass over.
    ...Array.from(sound.records).flatMap(recordFaults),
    ...repeatedIds(sound),
    ...sceneFaults(sound.scenes),
    ...actFaults(sound),
    ...columnFaults(sound),
    ...fileFaults(sound),
    ...slideFaults('otherNames', sound, NAMES),
    ...slideFaults('filmSeconds', sound, SECONDS),
    ...Array.from(sound.fonts ?? []).flatMap(fontFaults),
    ...themeDiagnostics(sound.theme).map((fault) => at(`theme: ${fault}`)),
  ]
}

function at(message: string): Diagnostic {
  return { location: { file: FILE }, message }
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return shown(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : shown(String(value))
}

function faultOf(name: string, value: unknown, kind: Kind): Diagnostic[] {
  const unusable = kind === text && typeof value === 'string' ? unusableText(value) : undefined
  if (unusable !== undefined) return [at(`${name}: ${unusable}`)]
  if (kind === text && typeof value === 'string' && STEERING.test(value))
    return [at(`${name}: found ${shown(value)}, expected no control characters; remove them`)]
  if ((value === undefined && kind.optional) || kind.is(value)) return []
  return [at(`${name}: found ${nameOf(value)}, expected ${kind.expected}`)]
}

function isLanguage(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value).toJSON()?.slice(0, 10) === value
}

function recordFaults(record: RankedRecord | undefined, index: number): Diagnostic[] {
  if (!isObject(record)) return [at(`records[${index}]: found ${nameOf(record)}, expected an object with id, rank and name`)]
  const faults = [
    ...faultOf(`records[${index}].name`, record.name, text),
    ...faultOf(`records[${index}].rank`, record.rank, {
      expected: 'a whole number from 1 up',
      is: (rank) => Number.isSafeInteger(rank) && Number(rank) > 0,
    }),
  ]
  const fault = idFault(record.id)
  return fault === undefined ? faults : [...faults, at(`records[${index}].id: ${fault}`)]
}

function repeatedIds({ records }: Deck): Diagnostic[] {
  const first = new Map<string, number>()
  return records.flatMap((record, index) => {
    const id = record?.id
    const before = first.get(id)
    if (before === undefined) first.set(id, index)
    return before === undefined
      ? []
      : [at(`records[${index}].id: found ${nameOf(id)} again, as in records[${before}], expected each once`)]
  })
}

/** Each is a slide, a step and a row; of ten times as many the pages would fill the memory of a small machine. */
const MOST_RECORDS = 50_000

/** No address needs more characters. */
const LONGEST_ID = 100

/** An id is a part of addresses and file names, and the element's own on the pages. */
export function idFault(id: unknown): string | undefined {
  if (typeof id !== 'string') return `found ${nameOf(id)}, expected a text such as \`olive-oil\``
  const better = slug(id).slice(0, LONGEST_ID)
  const expected = 'expected lower-case letters and digits, with single hyphens between them'
  if (id.length > LONGEST_ID) return `found ${shown(id)}, expected at most ${LONGEST_ID} characters`
  if (slug(id) !== id || id === '') return `found ${shown(id)}, ${expected}${better === '' ? '' : ` such as \`${better}\``}`
  if (!/\p{L}/u.test(id)) return `found ${shown(id)}, expected a letter in it: a number alone is read as a position in the deck`
  if (isPageId(id)) return `found ${shown(id)}, which the pages' own elements have; call it ${shown(`${id}-2`)}`
  return undefined
}

function sceneFaults(scenes: Deck['scenes']): Diagnostic[] {
  return Object.entries<Partial<Scene> | undefined>(scenes).flatMap(([name, scene]) => {
    if (!isObject(scene)) return [at(`scenes.${name}: found ${nameOf(scene)}, expected an object with spec and steps`)]
    const faults = [
      ...faultOf(`scenes.${name}.spec`, scene.spec, callable),
      ...faultOf(`scenes.${name}.steps`, scene.steps, list),
    ]
    if (faults.length > 0) return faults
    return Array.from(scene.steps ?? []).flatMap((step, index) => stepFaults(step, `scenes.${name}.steps[${index}]`))
  })
}

function stepFaults(step: Partial<SceneStep> | undefined, name: string): Diagnostic[] {
  if (!isObject(step)) return [at(`${name}: found ${nameOf(step)}, expected an object with id, params and name`)]
  return [
    // An empty one is that of a record, which is told.
    ...faultOf(`${name}.id`, step.id, { expected: 'a text', is: (value) => typeof value === 'string' }),
    ...faultOf(`${name}.params`, step.params, object),
    // What is no good name is told where the slide is, which shows it.
    ...faultOf(`${name}.name`, step.name, { expected: 'a sentence', is: (value) => typeof value === 'string' }),
  ]
}

function actFaults({ acts, records }: Deck): Diagnostic[] {
  if (acts.length === 0) return [at('acts: found none, expected at least one with a slide')]
  const ids = acts.map((act) => act?.id)
  const known = new Set(records.map(({ id }) => id))
  const diagnostics = acts.flatMap((act, index) => [
    ...oneActFaults(act, index),
    ...(ids.indexOf(act?.id) < index ? [at(`acts[${index}].id: found ${nameOf(act.id)} again, expected each once`)] : []),
  ])
  if (diagnostics.length > 0) return diagnostics
  const headings = new Set(ids.map((id) => `act-${id}`))
  for (const id of acts.flatMap(({ slides }) => slides)) {
    // A record's own id is reported with the record.
    const fault = known.has(id) ? undefined : idFault(id)
    if (fault !== undefined) diagnostics.push(at(`a slide's id: ${fault}`))
    else if (headings.has(id))
      diagnostics.push(at(`the slide ${shown(id)} has the id of an act's heading; rename the one or the other`))
  }
  if (acts.every(({ slides }) => slides.length === 0)) diagnostics.push(at('acts: found no slide in any, expected at least one'))
  return diagnostics
}

function oneActFaults(act: Act | undefined, index: number): Diagnostic[] {
  if (!isObject(act)) return [at(`acts[${index}]: found ${nameOf(act)}, expected an object with id, title and slides`)]
  return [
    ...faultOf(`acts[${index}].id`, act.id, {
      expected: 'lower-case letters and digits, with single hyphens between them',
      is: (id) => typeof id === 'string' && id !== '' && slug(id) === id,
    }),
    ...faultOf(`acts[${index}].title`, act.title, text),
    ...faultOf(`acts[${index}].short`, act.short, optional(text)),
    ...faultOf(
      `acts[${index}].minutes`,
      act.minutes,
      optional({ expected: 'a number of minutes such as 2.5', is: (minutes) => typeof minutes === 'number' && minutes > 0 }),
    ),
    ...faultOf(`acts[${index}].slides`, act.slides, {
      expected: 'a list of ids',
      is: (ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'),
    }),
  ]
}

/** A column's key is a class of its cells. */
function columnFaults({ columns }: Deck): Diagnostic[] {
  const keys = columns?.all?.map((column) => column?.key)
  if (columns && !keys) return [at('columns.all: found nothing, expected a list')]
  return (keys ?? []).flatMap((key, index) => {
    if (typeof key !== 'string' || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key))
      return [at(`columns.all[${index}].key: found ${nameOf(key)}, expected a word of letters, digits, \`_\` and \`-\``)]
    return keys?.indexOf(key) === index ? [] : [at(`columns.all[${index}].key: found ${nameOf(key)} again, expected each once`)]
  })
}

/** The page separates them by `|`. */
const NAMES: Kind = {
  expected: 'a list of names without `|`',
  is: (names) => Array.isArray(names) && names.every((name) => text.is(name) && !String(name).includes('|')),
}
const SECONDS: Kind = {
  expected: 'a number of seconds from 0.5 to 600',
  is: (value) => typeof value === 'number' && value >= 0.5 && value <= 600,
}

/** What is wrong with a part that says something of slides by their ids. */
function slideFaults(part: 'otherNames' | 'filmSeconds', { [part]: said = {}, acts }: Deck, kind: Kind): Diagnostic[] {
  const ids = new Set(acts.flatMap((act) => act?.slides ?? []))
  return Object.entries(said).flatMap(([id, value]) =>
    ids.has(id)
      ? faultOf(`${part}[${JSON.stringify(id)}]`, value, kind)
      : [at(`${part}: unknown slide ${shown(id)}; ${suggest(id, ids)}`)],
  )
}

function fontFaults(font: Partial<FontDeclaration> | string | undefined, index: number): Diagnostic[] {
  if (typeof font === 'string') return faultOf(`fonts[${index}]`, font, text)
  if (!isObject(font))
    return [
      at(`fonts[${index}]: found ${nameOf(font)}, expected a package of fontsource, or an object with family, weight and file`),
    ]
  return [
    ...faultOf(`fonts[${index}].family`, font.family, text),
    ...faultOf(`fonts[${index}].weight`, font.weight, {
      expected: 'a number from 1 to 1000, such as 400',
      is: (weight) => typeof weight === 'number' && weight >= 1 && weight <= 1000,
    }),
    ...faultOf(`fonts[${index}].file`, font.file, text),
  ]
}

/** A download's name is a file's on every system, and its link works as it stands. */
function fileFaults({ downloads }: Deck): Diagnostic[] {
  return Object.entries(downloads).flatMap(([name, contents]) => {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name))
      return [at(`downloads: found the file name ${shown(name)}, expected letters, digits, \`.\`, \`_\` and \`-\``)]
    return faultOf(`downloads[${JSON.stringify(name)}]`, contents, {
      expected: 'a text',
      is: (value) => typeof value === 'string',
    })
  })
}
