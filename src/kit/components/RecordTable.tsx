import { type ComponentChildren, h } from 'preact'
import type { RankedRecord } from '../../story/deck.ts'
import type { Column, Columns } from '../../story/description.ts'
import { type Fit, fitTable } from './record-table/fit.ts'

interface RecordTableProps {
  /** What the table is of. */
  caption: string
  /** Said below the beginning of a table that a slide has no room for. */
  beginning: string
}

/** Marks what only the reading page has room for. */
const READ_ONLY = { 'data-only': 'read' } as const

/** How the table is sorted at first, and what the ranks begin with whenever they are sorted. */
const BY_RANK = { 'aria-sort': 'ascending', 'data-order': 'ascending' } as const

/**
 * Makes the component of the full table of a deck's records. The reading page has all of it, for its reader to sort; a slide
 * has what it has room for.
 */
export function recordTable<Row extends RankedRecord>(records: readonly Row[], { all, missing }: Columns<Row>) {
  const byRank = records.toSorted((a, b) => a.rank - b.rank)
  const fit = fitTable(byRank, all, missing)
  return ({ caption, beginning }: RecordTableProps) => (
    <Movable class={`explorer-table record-table ${fit.name}`} name={caption}>
      <table class="records" data-sortable>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {all.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={kindOf(column)}
                data-key={column.key}
                {...placeOf(column, fit)}
                {...(column.key === 'rank' && BY_RANK)}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRank.map((record, position) => (
            <tr
              key={record.id}
              class={position === fit.opens ? 'opens-column' : undefined}
              data-id={record.id}
              {...(position >= fit.rows && READ_ONLY)}
            >
              {all.map((column) => cellOf(column, fit, record, missing))}
            </tr>
          ))}
        </tbody>
      </table>
      {fit.name === 'long' && <p class="beginning">{beginning}</p>}
    </Movable>
  )
}

/** A table that is wider than its place is moved by keys too. To the deck a section would be a slide. */
function Movable({ class: name, name: label, children }: { class: string; name: string; children: ComponentChildren }) {
  return h('div', { class: name, role: 'region', 'aria-label': label, tabIndex: 0, 'data-keys': 'own' }, children)
}

/** Columns are known by what they hold, since a deck may call them anything. */
function kindOf<Row>({ key, numeric }: Column<Row>): string {
  if (key === 'rank' || key === 'name') return key
  return numeric ? 'amount' : 'words'
}

function placeOf<Row>({ key }: Column<Row>, { shown }: Fit) {
  return shown.has(key) ? {} : READ_ONLY
}

/** `data-head` repeats the head where the table goes on in a second column of the slide; `data-value` is what a script sorts by. */
function cellOf<Row extends RankedRecord>(column: Column<Row>, fit: Fit, record: Row, missing: string) {
  const { key, label, text } = column
  const said = text(record)
  const kind = said === null ? `${kindOf(column)} missing` : kindOf(column)
  const cell = { ...placeOf(column, fit), class: kind, 'data-head': label, children: said ?? missing }
  if (key === 'name') return <th key={key} scope="row" data-shortened={shortOf(cell.children, fit)} {...cell} />
  const { more, ...own } = record as Row & { more?: Readonly<Record<string, unknown>> }
  const value = (own as Readonly<Record<string, unknown>>)[key] ?? more?.[key]
  return <td key={key} data-value={typeof value === 'number' ? value : undefined} {...cell} />
}

/** What a slide has of a name that it has no room for. */
function shortOf(name: string, { shorten }: Fit): string | undefined {
  const short = shorten(name)
  return short === name ? undefined : short
}
