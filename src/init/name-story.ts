import type { SourceTable } from '../table/source-table.ts'
import type { Analysed } from './analyse-column.ts'
import type { Overrides } from './choose-roles.ts'
import { timeOfHead } from './find-value.ts'
import { labelOf, measureOf } from './units.ts'

/** What a story is called, what its bars show, and what the table as a whole says its numbers are in. */
export interface Naming {
  title: string
  label: string
  unit?: string
}

/** What names may come from, in the order in which they are asked. */
interface Sources {
  /** Name of the file without its extension; empty where it has none. */
  base: string
  table: SourceTable
  columns: readonly Analysed[]
  value: Analysed
  /** The time of its rows, where the file has several. */
  when: string | undefined
  overrides: Overrides
}

/** Names a story; a column that is called after a year shows what its table does. */
export function nameStory({ base, table, columns, value, when, overrides }: Sources): Naming {
  const { heading, unit } = headingOf(table.title ?? indicatorOf(columns) ?? '')
  const filed = filedAs(base)
  const dating = timeOfHead(value)
  const time = dating ?? when
  const title = heading || filed || value.label || 'A countdown'
  const dated = time === undefined || title.includes(time) ? title : `${title}, ${time}`
  const shown = heading || filed
  // `OBS_VALUE` says nothing where the table has a heading.
  const own = heading !== '' && BARE.test(value.header) ? heading : value.label
  const label = dating === undefined || shown === '' ? own : `${shown}, ${dating}`
  const all = table.unit ?? unit
  return { title: overrides.title ?? dated, label, ...(all !== undefined && { unit: all }) }
}

const BARE = /^(?:obs(?:ervation)?[ _])?(?:value|wert)$/i

/** Names that programs give a file, or a person in a hurry. */
const NONDESCRIPT =
  /^([a-z]?\d*|tables?|tab(elle)?|data(set|base)?|daten|(down|up)load|exports?|untitled|unbenannt|book|mappe|arbeitsmappe|sheet|blatt|list[ae]?|results?|query|output|input|files?|datei|copy|kopie|test|sample|temp|tmp|new|neu|csv|stdin)([ _]*(\(\d+\)|\d+))*$/i

/** What the name of a file says of its table; empty where it says nothing. */
function filedAs(base: string): string {
  // `02-cities` is filed second; words that nobody has set apart by capitals may be initials.
  const name = labelOf(
    base.replaceAll('-', base === base.toLowerCase() ? '_' : ' ').replace(/^\d{1,3}[a-z]?[ _.]+(?=\p{L})/iu, ''),
  )
  return NONDESCRIPT.test(name) ? '' : name
}

/** The title of a table, and the unit in brackets at its end or within it. */
function headingOf(title: string): { heading: string; unit?: string } {
  const [, before = '', unit = '', after = ''] = /^(.*?)\s*[([]([^()[\]]{1,32})[)\]](.*)$/.exec(title) ?? []
  return before !== '' && measureOf(unit) ? { heading: `${before}${after}`.trim(), unit } : { heading: title }
}

/** What statistics say in a column of its own in every row. */
function indicatorOf(columns: readonly Analysed[]): string | undefined {
  const isNamed = ({ header }: Analysed) =>
    /indicator|indikator|measure|variable|series|merkmal/i.test(header) && !/code|\bid$/i.test(header)
  const said = columns.filter((column) => isNamed(column) && column.distinct === 1 && column.missing === 0)
  // Beside a code stands what it means.
  return said.map(({ cells }) => cells[0]?.text ?? '').toSorted((a, b) => b.length - a.length)[0]
}
