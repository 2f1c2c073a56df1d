import type { Analysed } from './analyse-column.ts'

const NAMED =
  /(?:^|[\s_])(?:name|title|label|team|player|company|product|month|who|what|titel|bezeichnung|nombre|nom|nome)(?:$|[\s_])/i
/** Called so, a column holds the names even where several are alike. */
const NAME = /^(?:name|bezeichnung|nombre|nom|nome)$/i
const ID = /^(?:id|slug|key|code|symbol|ticker|abbr(?:eviation)?|kürzel|isbn|.*[_ ](?:id|code))$/i

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
  const texts = columns.filter(({ kind, distinct }) => kind === 'text' && distinct > 0)
  const telling = texts.filter(tellsApart)
  const plain = telling.filter((column) => !isId(column) && !isLong(column))
  const each = plain.filter(({ distinct, cells, missing }) => distinct === cells.length - missing && missing * 10 < cells.length)
  const called = ({ header }: Analysed) => NAMED.test(header)
  const years = columns.filter(({ isYear, missing }) => isYear && missing === 0).filter(tellsApart)
  return (
    texts.find(({ header, distinct }) => NAME.test(header) && distinct > 1) ??
    plain.find(called) ??
    each[0] ??
    plain[0] ??
    telling[0] ??
    columns.find((column) => column.kind === 'code' && tellsApart(column)) ??
    columns.find((column) => column.kind === 'number' && called(column) && column.missing === 0 && tellsApart(column)) ??
    texts.find((column) => called(column) && column.distinct > 1) ??
    years[0] ??
    texts.toSorted((a, b) => b.distinct - a.distinct)[0] ??
    columns.find(({ kind, distinct }) => (kind === 'code' || kind === 'date') && distinct > 0)
  )
}

/** Whether most rows have something of their own in a column. */
export function tellsApart({ distinct, cells }: Analysed): boolean {
  return distinct * 2 > cells.length
}

function isLong({ cells }: Analysed): boolean {
  return cells.reduce((sum, { text }) => sum + text.length, 0) > cells.length * LONG
}
