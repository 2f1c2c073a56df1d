import type { SourceTable } from '../table/source-table.ts'
import type { Analysed } from './analyse-column.ts'

const NAMED =
  /(?:^|[\s_])(?:name|title|label|team|player|company|product|modell?|month|who|what|titel|bezeichnung|nombre|nom|nome)(?:$|[\s_])/i
/** Called so, a column holds the names even where several are alike. */
const NAME = /^(?:name|bezeichnung|nombre|nom|nome)$/i
const ID =
  /^(?:id|slug|key|code|symbol|ticker|abbr(?:eviation)?|iso.*|alpha.*|cca[23]|a[23]|fips.*|kürzel|isbn|(?:object|geo|gu|uu|g|f)id|.*[_ .]id|.*code)$/i

/** A column called so says which way something went. */
const MOVED = /\b(?:change|trend|movement|veränderung)\b/i

/** What a column called so holds are codes. */
export function isId({ header }: Analysed): boolean {
  return ID.test(header)
}

/** Texts of more characters are descriptions. */
const LONG = 80

/**
 * The first text by which the rows can be told apart, before codes, dates and descriptions; else a year by which they can;
 * else the text that tells most of them apart.
 */
export function findName(columns: readonly Analysed[]): Analysed | undefined {
  const texts = columns.filter(({ kind, missing, cells }) => kind === 'text' && missing * 2 <= cells.length)
  const telling = texts.filter(tellsApart)
  const plain = telling.filter((column) => !isId(column) && !isLong(column) && isSpoken(column) && !MOVED.test(column.header))
  const each = plain.filter(({ distinct, cells, missing }) => distinct === cells.length - missing && missing * 10 < cells.length)
  const called = ({ header }: Analysed) => NAMED.test(header)
  const years = columns.filter(({ isYear, missing }) => isYear && missing === 0).filter(tellsApart)
  return (
    texts.find(({ header, distinct }) => NAME.test(header) && distinct > 1) ??
    each.find(called) ??
    plain.find((column) => called(column) && column.distinct * 10 > (column.cells.length - column.missing) * 8) ??
    each[0] ??
    plain[0] ??
    telling[0] ??
    columns.find((column) => column.kind === 'code' && tellsApart(column)) ??
    columns.find((column) => column.kind === 'number' && called(column) && column.missing === 0 && tellsApart(column)) ??
    texts.find((column) => called(column) && column.distinct > 1) ??
    years[0] ??
    texts.toSorted((a, b) => b.distinct - a.distinct)[0] ??
    columns.find(({ kind }) => kind === 'code' || kind === 'date')
  )
}

/** Whether most rows have something of their own in a column. */
export function tellsApart({ distinct, cells }: Analysed): boolean {
  return distinct * 2 > cells.length
}

/** Flags and other signs are no names where there are words. */
function isSpoken({ cells }: Analysed): boolean {
  return cells.filter(({ text }) => /[\p{L}\d]/u.test(text)).length * 2 > cells.length
}

function isLong({ cells }: Analysed): boolean {
  return cells.reduce((sum, { text }) => sum + text.length, 0) > cells.length * LONG
}

/**
 * Tells names that are alike apart by what else stands in their rows: `Springfield (Ohio)`. The first column that tells all of
 * them apart is taken; where there is none, names stay as they are.
 */
export function distinguishNames(name: Analysed, others: readonly Analysed[]): Analysed {
  const rows = [...Map.groupBy(name.cells.keys(), (row) => name.cells[row]?.text ?? '')].filter(
    ([text, { length }]) => text !== '' && length > 1,
  )
  if (rows.length === 0) return name
  const telling = others.find(
    ({ cells, kind, isYear }) =>
      (kind === 'text' || kind === 'code' || isYear) &&
      rows.every(([, alike]) => new Set(alike.map((row) => cells[row]?.text).filter(Boolean)).size === alike.length),
  )
  if (!telling) return name
  const alike = new Set(rows.flatMap(([, list]) => list))
  const cells = name.cells.map((cell, row) =>
    alike.has(row) ? { ...cell, text: `${cell.text} (${telling.cells[row]?.text})` } : cell,
  )
  const note = `${alike.size} names are there twice; ${telling.header} stands in brackets after them`
  return { ...name, cells, distinct: new Set(cells.map(({ text }) => text)).size, notes: [...name.notes, note] }
}

/** What the halves of people's names are headed, in English and in German. */
const FIRST = /^(?:first|given|fore)[\s_-]?name$|^vorname$/i
const LAST = /^(?:last|family|sur)[\s_-]?name$|^(?:nach|familien)name$/i

/** Makes one column of names of two that have a half each, in the place of the first of them. */
export function joinNames(table: SourceTable): SourceTable {
  const placeOf = (half: RegExp) => table.columns.findIndex(({ header }) => half.test(header))
  const [first, last] = [placeOf(FIRST), placeOf(LAST)]
  if (first < 0 || last < 0) return table
  const join = <Item>(items: readonly Item[], joined: (one: Item, other: Item) => Item): Item[] =>
    items.with(Math.min(first, last), joined(items[first] as Item, items[last] as Item)).toSpliced(Math.max(first, last), 1)
  return {
    ...table,
    columns: join(table.columns, (one) => ({ ...one, header: 'Name' })),
    rows: table.rows.map((cells) => join(cells, (one, other) => ({ ...one, text: `${one.text} ${other.text}`.trim() }))),
  }
}
