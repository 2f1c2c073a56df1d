import { withoutFootnotes } from '../table/footnotes.ts'
import { numberIn, type Printed, readPrinted } from '../table/printed-number.ts'
import type { SourceCell } from '../table/source-table.ts'
import { type Unit, unitOf } from './units.ts'

/** What is written in each cell of a column: null where nothing is, undefined where it is no number. */
type Found = readonly (Printed | null | undefined)[]

/** What is counted, so that an m beside its numbers stands for millions, not for metres. */
const COUNTED =
  /\b(?:population|pop|pax|people|inhabitants|visitors?|visits|views|streams|downloads|users|subscribers|followers|members|votes|passengers|speakers|sales|sold|units|copies|deaths|cases|einwohner|besucher|nutzer|stimmen|passagiere|sprecher|absatz)\b/i

/** Whether what a column is called is counted. */
export function isCounted(label: string): boolean {
  return COUNTED.test(label)
}

/** What a letter beside numbers stands for where others are scaled by words or letters, or what is counted has no metres. */
const SCALING: Readonly<Record<string, number>> = { m: 6, T: 12 }

/**
 * Reads the m and the T beside numbers of a column as a million and a million millions where they are counted, or others are in
 * thousands or thousand millions.
 */
export function inMillions(found: Found, header: string): Found {
  const areScaled = found.some((each) => each && (each.scale > 6 || each.scale === 3))
  return found.map((each) => {
    const scale = each?.unit === undefined || each.scale > 0 ? undefined : SCALING[each.unit]
    if (!each || scale === undefined || !(areScaled || (scale === 6 && COUNTED.test(header)))) return each
    const { unit: _, ...rest } = each
    return { ...rest, scale }
  })
}

/** Powers of ten of units, family by family. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { mm: -3, cm: -2, m: 0, km: 3 },
  { mg: -3, g: 0, kg: 3, t: 6 },
  { ml: -3, l: 0 },
  { KB: 3, MB: 6, GB: 9, TB: 12 },
  { kW: 3, MW: 6, GW: 9 },
  { kWh: 3, MWh: 6, GWh: 9, TWh: 12 },
]

/** The unit beside a number as it is printed everywhere. */
function ownUnit(each: Printed | null | undefined): string | undefined {
  return each?.unit === undefined ? undefined : (unitOf(each.unit.replace(/(?<=\p{L}{2})\.$/u, ''))?.unit ?? each.unit)
}

/** Reads amounts in the unit that most of a column are in: `800 m` among kilometres. */
export function inOneUnit(found: Found): Found {
  const { unit: usual } = usualUnit(found)
  const family = FAMILIES.find((units) => usual !== undefined && Object.hasOwn(units, usual))
  if (!family || usual === undefined) return found
  return found.map((each) => {
    const own = ownUnit(each)
    if (!each || own === undefined || own === usual || !Object.hasOwn(family, own)) return each
    return { ...each, unit: usual, from: own, exponent: each.exponent + (family[own] ?? 0) - (family[usual] ?? 0) }
  })
}

/** Beside durations, an m is a minute. */
const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, m: 60, h: 3600 }

/** Reads `81 min` as a duration where others of a column are: `1h 36m`. */
export function inSeconds(found: Found): Found {
  if (!found.some((each) => each?.duration !== undefined)) return found
  return found.map((each) => {
    const seconds = SECONDS[ownUnit(each) ?? '']
    const amount = each && seconds !== undefined ? numberIn(each, each.digits.includes(',') ? ',' : '.') : undefined
    if (!each || seconds === undefined || amount === undefined) return each
    const { unit: _, ...rest } = each
    return { ...rest, duration: amount * seconds }
  })
}

/** The unit of a column's numbers: the most common among the cells that say it; a letter beside few of many numbers is a flag, such as `e` for estimated. */
export function usualUnit(found: Found): Unit {
  const numbers = found.filter((each) => each !== null && each !== undefined)
  const most = (texts: readonly (string | undefined)[]) => {
    const said = texts.filter((text) => text !== undefined)
    const counts = [...Map.groupBy(said, (text) => text)].sort(([, a], [, b]) => b.length - a.length)
    const [text, where] = counts[0] ?? []
    const isRare = where !== undefined && where.length < numbers.length / 2
    // An m beside few of many may be metres or a million.
    return text !== undefined && isRare && (isFlag(text) || text === 'm') ? undefined : text
  }
  const [currency, unit] = [most(numbers.map((each) => each.currency)), most(numbers.map(ownUnit))]
  return { ...(currency && { currency }), ...(unit && (unitOf(unit) ?? { unit })) }
}

/** Statistics mark numbers by a letter or two; `s` is one of them more often than seconds. */
function isFlag(text: string): boolean {
  return /^[a-z]{1,2}$/.test(text) && (text === 's' || unitOf(text) === undefined)
}

/** How a number's unit differs from that of the others; one without a unit has theirs. */
export function otherUnit(each: Printed, usual: Unit): string | undefined {
  const { currency } = each
  const own = ownUnit(each)
  if (currency !== undefined && currency !== usual.currency)
    return `is in ${currency}, the others in ${usual.currency ?? 'no currency'}`
  if (own !== undefined && own !== usual.unit && !(usual.unit === undefined && isFlag(own)))
    return usual.unit === undefined
      ? `says \`${own}\` after the number, which the others do not`
      : `is in ${own}, the others in ${usual.unit}`
  return undefined
}

/** What was done to the numbers of a column, for its author; `scaled` is the power of ten of its name. */
export function notesOf(found: Found, scaled: number): string[] {
  const unit = usualUnit(found).unit
  const done: [is: (each: Printed) => boolean, said: (count: number) => string][] = [
    [({ marks }) => marks.length > 0, (count) => `marks taken off ${counted(count, 'number')}`],
    [({ rest }) => rest !== undefined, (count) => `of ${counted(count, 'cell')} with more than a number the first is taken`],
    [({ from }) => from !== undefined, (count) => `${counted(count, 'number')} in other units told in ${unit}`],
    [({ scale }) => scale > 0, () => 'words such as million written out'],
  ]
  const notes = done.flatMap(([is, said]) => {
    const { length } = found.filter((each) => each && is(each))
    return length > 0 ? [said(length)] : []
  })
  return scaled > 0 ? [...notes, `multiplied by ${(10 ** scaled).toLocaleString('en')}, as its name says`] : notes
}

/** What was taken off its texts. */
export function footnotesOf(cells: readonly SourceCell[]): string[] {
  const marked = cells.filter(({ text }) => withoutFootnotes(text).marks.length > 0).length
  return marked > 0 ? [`marks of footnotes taken off ${counted(marked, 'cell')}`] : []
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What a column holds for the most part. */
export type Kind = 'number' | 'text' | 'date' | 'address' | 'colour' | 'code' | 'empty'

const MONTHS =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|ma[yi]|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const DATE = new RegExp(
  `^(?:\\d{4}-\\d\\d(?:-\\d\\d)?(?:[T ]\\d\\d?:\\d\\d.*)?|\\d{1,2}([./-])\\d{1,2}\\1\\d{2,4}(?: \\d\\d?:\\d\\d.*)?|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{1,2}\\.? (?:${MONTHS})\\.?,? \\d{2,4}|(?:${MONTHS})\\.? \\d{1,2},? \\d{4}|(?:${MONTHS})\\.? \\d{4})$`,
  'i',
)

const TESTS: readonly (readonly [kind: Kind, test: RegExp, named?: RegExp])[] = [
  ['address', /^(?:https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)\S+$/i],
  ['date', DATE],
  ['colour', /^#[0-9a-f]{3,8}$/i],
  ['colour', /^#?[0-9a-f]{6}$/i, /colou?r|farbe|hex/i],
  ['code', /^[A-Z]{2,3}$/],
  ['code', /^(?=.*\d)[A-Z]{0,5}[-_ ]?\d{2,}[A-Z]?$/],
]

/** The kind of a column by its cells that are not missing, and by its name where they could be several. */
export function kindOf(texts: readonly string[], header: string): Kind {
  const held = texts.filter((text) => text !== '')
  if (held.length === 0) return 'empty'
  const isAll = (test: (text: string) => boolean) => held.every(test)
  const special = TESTS.find(([kind, test, named]) => {
    // A column of plain numbers is one, however many digits they have.
    const isCandidate = (named?.test(header) ?? true) && isAll((text) => test.test(text))
    return isCandidate && (kind !== 'code' || !isAll((text) => readPrinted(text) !== undefined))
  })
  return special?.[0] ?? (isAll((text) => readPrinted(text) !== undefined) ? 'number' : 'text')
}

const YEARS =
  /\b(?:year|years|jahr|baujahr|date|first|founded|built|born|since|opened|completed|discovered|erbaut|gegründet|seit|año|année|anno|start|end|from|to|until|birth|death|died|released?)\b|year$|jahr$/i

/** Whole numbers that a column's name calls years, or that have no unit and could be nothing else. */
export function isYear(label: string, values: readonly number[], unit: string | undefined): boolean {
  const [from, to] = YEARS.test(label) ? [1, 2200] : [1800, 2035]
  const isNamed = YEARS.test(label) ? values.some((value) => value >= 1000) : true
  return unit === undefined && isNamed && values.every((value) => Number.isInteger(value) && value >= from && value <= to)
}
