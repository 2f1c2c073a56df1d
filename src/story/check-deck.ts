import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { slug } from '../util/slug.ts'
import type { Act, Deck, RankedRecord, Scene, SceneStep } from './deck.ts'
import type { FontDeclaration } from './font.ts'
import {
  anyText,
  callable,
  expecting,
  isObject,
  isText,
  isTexts,
  type Kind,
  list,
  numberFrom,
  object,
  optional,
  text,
  typeNameOf,
} from './kinds.ts'
import { wrongId } from './slide-ids.ts'
import { wrongTheme } from './themes.ts'

const PARTS: Record<keyof Deck, Kind> = {
  title: text,
  description: text,
  lang: expecting('a language such as `en` or `pt-BR`', isLanguage),
  date: expecting('a date such as `2024-12-31`', isDate),
  author: optional(text),
  format: object,
  palette: optional(object),
  theme: () => undefined,
  fonts: optional(list),
  frames: optional(expecting('a list of origins such as `https://maps.example.org`', isOrigins)),
  records: list,
  downloads: object,
  source: text,
  autoplay: optional(numberFrom('a number of seconds such as 8', (value) => value >= 1)),
  footer: optional(text),
  logo: optional(expecting('{ src, alt }, two texts', isLogo)),
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
}

const RECORD: Record<keyof RankedRecord, Kind> = {
  name: text,
  rank: numberFrom('a whole number from 1 up', (rank) => Number.isSafeInteger(rank) && rank > 0),
  id: wrongId,
}

const SCENE: Partial<Record<keyof Scene, Kind>> = { spec: callable, steps: list }

const STEP: Partial<Record<keyof SceneStep, Kind>> = {
  // An empty one is that of a record, which is told.
  id: anyText,
  params: object,
  // What is no good name is told where the slide is, which shows it.
  name: expecting('a sentence', isText),
}

const ACT: Partial<Record<keyof Act, Kind>> = {
  id: expecting(
    'lower-case letters and digits, with single hyphens between them',
    (id) => isText(id) && id !== '' && slug(id) === id,
  ),
  title: text,
  short: optional(text),
  minutes: optional(numberFrom('a number of minutes such as 2.5', (minutes) => minutes > 0)),
  slides: expecting('a list of ids', isTexts),
}

const FONT: Record<keyof FontDeclaration, Kind> = {
  family: text,
  weight: numberFrom('a number from 1 to 1000, such as 400', (weight) => weight >= 1 && weight <= 1000),
  file: text,
}

function isOrigins(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((each) => URL.canParse(each) && new URL(each).origin === each && /^https:/.test(each))
  )
}

function isLogo(value: unknown): boolean {
  const { src, alt } = Object(value) as Partial<Record<'src' | 'alt', unknown>>
  return text(src) === undefined && text(alt) === undefined
}

function isLanguage(value: unknown): boolean {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isDate(value: unknown): boolean {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value).toJSON()?.slice(0, 10) === value
}

/** Each is a slide, a step and a row; of ten times as many the pages would fill the memory of a small machine. */
const MOST_RECORDS = 50_000

/**
 * What is wrong with a deck as its author's modules left it, of which the build has not checked the types: missing and unknown
 * parts, and records, acts and scenes that nothing could be made from.
 */
export function checkDeck(deck: unknown): Diagnostic[] {
  if (!isObject(deck)) return [at(`found ${typeNameOf(deck)} as the default export, expected \`defineDeck({ … })\``)]
  const unknown = Object.keys(deck).filter((name) => !Object.hasOwn(PARTS, name))
  const strange = unknown.map((name) => at(`unknown part ${shown(name)}; ${suggest(name, Object.keys(PARTS))}`))
  const parts = [...checkParts('', deck, PARTS), ...strange]
  if (parts.length > 0) return parts
  const sound = deck as Deck
  if (sound.records.length > MOST_RECORDS)
    return [at(`records: found ${sound.records.length}, expected at most ${MOST_RECORDS}; tell the first of them`)]
  return [
    ...checkEach('records', sound.records, RECORD, 'an object with id, rank and name'),
    ...checkRepeated(
      (index) => `records[${index}].id`,
      sound.records.map((record) => record?.id),
    ),
    ...checkScenes(sound.scenes),
    ...checkActs(sound),
    ...checkColumns(sound),
    ...checkDownloads(sound),
    ...checkBySlide('otherNames', sound, NAMES),
    ...checkBySlide('filmSeconds', sound, SECONDS),
    ...checkFonts(sound),
    ...wrongTheme(sound.theme).map((wrong) => at(`theme: ${wrong}`)),
  ]
}

function at(message: string): Diagnostic {
  return { location: { file: 'slides/deck.ts' }, message }
}

function check(name: string, value: unknown, kind: Kind): Diagnostic[] {
  const wrong = kind(value)
  return wrong === undefined ? [] : [at(`${name}: ${wrong}`)]
}

function checkParts(prefix: string, value: object, parts: Readonly<Record<string, Kind>>): Diagnostic[] {
  return Object.entries(parts).flatMap(([name, kind]) => check(prefix + name, Reflect.get(value, name), kind))
}

/** A list may have holes, which its own methods pass over. */
function checkEach(
  name: string,
  values: readonly unknown[],
  parts: Readonly<Record<string, Kind>>,
  expected: string,
): Diagnostic[] {
  return Array.from(values).flatMap((value, index) => checkOne(`${name}[${index}]`, value, parts, expected))
}

function checkOne(name: string, value: unknown, parts: Readonly<Record<string, Kind>>, expected: string): Diagnostic[] {
  return isObject(value) ? checkParts(`${name}.`, value, parts) : check(name, value, expecting(expected, isObject))
}

/** What two of a list have that each should have alone. */
function checkRepeated(nameAt: (index: number) => string, values: readonly unknown[]): Diagnostic[] {
  const first = new Map<unknown, number>()
  return values.flatMap((value, index) => {
    const before = first.get(value)
    if (before === undefined) first.set(value, index)
    return before === undefined
      ? []
      : [at(`${nameAt(index)}: found ${typeNameOf(value)} again, as in ${nameAt(before)}, expected each once`)]
  })
}

function checkScenes(scenes: Deck['scenes']): Diagnostic[] {
  return Object.entries<Partial<Scene> | undefined>(scenes).flatMap(([name, scene]) => {
    const diagnostics = checkOne(`scenes.${name}`, scene, SCENE, 'an object with spec and steps')
    if (diagnostics.length > 0) return diagnostics
    return checkEach(`scenes.${name}.steps`, scene?.steps ?? [], STEP, 'an object with id, params and name')
  })
}

function checkActs({ acts, records }: Deck): Diagnostic[] {
  if (acts.length === 0) return [at('acts: found none, expected at least one with a slide')]
  const ids = acts.map((act) => act?.id)
  const known = new Set(records.map(({ id }) => id))
  const diagnostics = [
    ...checkEach('acts', acts, ACT, 'an object with id, title and slides'),
    ...checkRepeated((index) => `acts[${index}].id`, ids),
  ]
  if (diagnostics.length > 0) return diagnostics
  const headings = new Set(ids.map((id) => `act-${id}`))
  for (const id of acts.flatMap(({ slides }) => slides)) {
    // A record's own id is reported with the record.
    if (!known.has(id) && wrongId(id) !== undefined) diagnostics.push(at(`a slide's id: ${wrongId(id)}`))
    else if (headings.has(id))
      diagnostics.push(at(`the slide ${shown(id)} has the id of an act's heading; rename the one or the other`))
  }
  if (acts.every(({ slides }) => slides.length === 0)) diagnostics.push(at('acts: found no slide in any, expected at least one'))
  return diagnostics
}

/** A column's key is a class of its cells. */
function checkColumns({ columns }: Deck): Diagnostic[] {
  const keys = columns?.all?.map((column) => column?.key)
  if (columns && !keys) return [at('columns.all: found nothing, expected a list')]
  const word = expecting(
    'a word of letters, digits, `_` and `-`',
    (key) => isText(key) && /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(key),
  )
  const wrong = (keys ?? []).flatMap((key, index) => check(`columns.all[${index}].key`, key, word))
  return wrong.length > 0 ? wrong : checkRepeated((index) => `columns.all[${index}].key`, keys ?? [])
}

/** The page separates them by `|`. */
const NAMES = expecting(
  'a list of names without `|`',
  (value) => Array.isArray(value) && value.every((name) => text(name) === undefined && !name.includes('|')),
)
const SECONDS = numberFrom('a number of seconds from 0.5 to 600', (value) => value >= 0.5 && value <= 600)

/** What is wrong with a part that says something of slides by their ids. */
function checkBySlide(part: 'otherNames' | 'filmSeconds', { [part]: said = {}, acts }: Deck, kind: Kind): Diagnostic[] {
  const ids = new Set(acts.flatMap((act) => act?.slides ?? []))
  return Object.entries(said).flatMap(([id, value]) =>
    ids.has(id)
      ? check(`${part}[${JSON.stringify(id)}]`, value, kind)
      : [at(`${part}: unknown slide ${shown(id)}; ${suggest(id, ids)}`)],
  )
}

function checkFonts({ fonts = [] }: Deck): Diagnostic[] {
  const expected = 'a package of fontsource, or an object with family, weight and file'
  return Array.from(fonts).flatMap((font: unknown, index) =>
    isText(font) ? check(`fonts[${index}]`, font, text) : checkOne(`fonts[${index}]`, font, FONT, expected),
  )
}

/** A download's name is a file's on every system, and its link works as it stands. */
function checkDownloads({ downloads }: Deck): Diagnostic[] {
  return Object.entries(downloads).flatMap(([name, contents]) =>
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,99}$/u.test(name)
      ? check(`downloads[${JSON.stringify(name)}]`, contents, anyText)
      : [at(`downloads: found the file name ${shown(name)}, expected letters, digits, \`.\`, \`_\` and \`-\``)],
  )
}
