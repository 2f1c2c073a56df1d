import type { Column } from 'countdown-story'
import { type CountryRecord, records } from '../data/records.ts'
import { columns } from './columns.ts'
import { NO_FIGURE } from './describe-country.ts'

/** What the reading page has room for. */
const SHOWN: readonly Column<CountryRecord>[] = columns.filter(({ key }) => key !== 'ratio' && key !== 'weight')
/** What can be read of all records on a slide from the back row; their own slides have the rest. */
const ON_SLIDE = new Set(['rank', 'name', 'deficit', 'exports', 'imports'])
const READ_ONLY = { 'data-only': 'read' } as const
const placeOf = (key: string) => (ON_SLIDE.has(key) ? {} : READ_ONLY)

/** How the table is sorted at first, and what the ranks begin with whenever they are sorted. */
const BY_RANK = { 'aria-sort': 'ascending', 'data-order': 'ascending' } as const

/** All records as one table, largest deficit first. Amounts are in billions, GDP per head in dollars. */
export function CountryTable() {
  const byRank = [...records].sort((a, b) => a.rank - b.rank)
  const opens = Math.ceil(byRank.length / 2)
  return (
    <table class="records" data-sortable>
      <caption class="visually-hidden">
        All {records.length} countries by U.S. goods-trade deficit, 2023, in billions of current dollars; GDP per head in dollars
      </caption>
      <thead>
        <tr>
          {SHOWN.map(({ key, label }) => (
            <th key={key} scope="col" class={key} data-key={key} {...placeOf(key)} {...(key === 'rank' && BY_RANK)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byRank.map((record, position) => (
          <Row key={record.id} record={record} opensColumn={position === opens} />
        ))}
      </tbody>
    </table>
  )
}

/**
 * `data-head` lets the style sheet repeat the heads where the table goes on in a second column of the slide;
 * `data-value` is what the deck's script sorts by.
 */
function Row({ record, opensColumn }: { record: CountryRecord; opensColumn: boolean }) {
  const missing = SHOWN.filter(({ text }) => text(record) === null)
  return (
    <tr class={opensColumn ? 'opens-column' : undefined} data-id={record.id}>
      {SHOWN.map((column) => (
        <Cell key={column.key} column={column} record={record} />
      ))}
      {missing.length > 0 && (
        <td class="gdp missing" colSpan={missing.length} {...READ_ONLY}>
          {NO_FIGURE}
        </td>
      )}
    </tr>
  )
}

function Cell({ column: { key, label, text }, record }: { column: Column<CountryRecord>; record: CountryRecord }) {
  const content = text(record)
  if (content === null) return null
  if (key === 'name') return <th scope="row" class={key} data-head={label} children={content} />
  const value = record[key as keyof CountryRecord]
  const order = typeof value === 'number' ? value : undefined
  return <td class={key} data-head={label} data-value={order} {...placeOf(key)} children={content} />
}
