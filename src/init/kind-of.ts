import { readPrinted } from '../table/printed-number.ts'

/** What a column holds for the most part. */
export type Kind = 'number' | 'text' | 'date' | 'address' | 'colour' | 'code' | 'empty'

const MONTHS =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|ma[yi]|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const DATE = new RegExp(
  `^(?:\\d{4}-\\d\\d(?:-\\d\\d)?(?:[T ]\\d\\d?:\\d\\d.*)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?: \\d\\d?:\\d\\d.*)?|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{1,2}\\.? (?:${MONTHS})\\.?,? \\d{2,4}|(?:${MONTHS})\\.? \\d{1,2},? \\d{4}|(?:${MONTHS})\\.? \\d{4})$`,
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
