import { type ComponentChildren, h } from 'preact'
import type { Column, Columns } from '../src/column.ts'
import type { RankedRecord } from '../src/deck.ts'
import { READ_ONLY } from './for-slide.ts'

/** So many rows stand on a slide in large type; so many in one column, and twice as many in two; of more, a slide has the beginning. */
const [FEW, ROWS] = [13, 20]
/** In two columns there is room for rank, name, value and so many facts. */
const FACTS = 2

interface RecordTableProps {
  /** What the table is of. */
  caption: string
  /** Said below the beginning of a table that a slide has no room for. */
  beginning: string
}

/** How the rows of a table stand on a slide. */
type Fit = 'few' | 'one' | 'two' | 'long'

/** How the table is sorted at first, and what the ranks begin with whenever they are sorted. */
const BY_RANK = { 'aria-sort': 'ascending', 'data-order': 'ascending' } as const

/**
 * Makes the component of the full table of a deck's records. The reading page has all of it, for its reader to sort; a slide in
 * the layout `full` has what it has room for.
 */
export function recordTable<Row extends RankedRecord>(records: readonly Row[], { all, missing }: Columns<Row>) {
  const byRank = records.toSorted((a, b) => a.rank - b.rank)
  const fit = fitOf(byRank.length)
  const opens = fit === 'two' ? Math.ceil(byRank.length / 2) : undefined
  return ({ caption, beginning }: RecordTableProps) => (
    <Movable class={`explorer-table record-table ${fit}`} name={caption}>
      <table class="records" data-sortable>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {all.map((column, place) => (
              <th
                key={column.key}
                scope="col"
                data-key={column.key}
                {...kindOf(column, place, fit)}
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
              class={position === opens ? 'opens-column' : undefined}
              data-id={record.id}
              {...(fit === 'long' && position >= ROWS && READ_ONLY)}
            >
              {all.map((column, place) => cellOf(column, kindOf(column, place, fit), record, missing))}
            </tr>
          ))}
        </tbody>
      </table>
      {fit === 'long' && <p class="beginning">{beginning}</p>}
    </Movable>
  )
}

function fitOf(rows: number): Fit {
  if (rows <= FEW) return 'few'
  if (rows <= ROWS) return 'one'
  return rows <= 2 * ROWS ? 'two' : 'long'
}

/** A table that is wider than its place is moved by keys too. To the deck a section would be a slide. */
function Movable({ class: name, name: label, children }: { class: string; name: string; children: ComponentChildren }) {
  return h('div', { class: name, role: 'region', 'aria-label': label, tabIndex: 0, 'data-keys': 'own' }, children)
}

/** Columns are known by what they hold, since a deck may call them anything. */
function kindOf<Row>({ key, numeric }: Column<Row>, place: number, fit: Fit) {
  const kind = key === 'rank' || key === 'name' ? key : numeric ? 'amount' : 'words'
  return { class: kind, ...(fit === 'two' && place > FACTS + 2 && READ_ONLY) }
}

/** `data-head` repeats the head where the table goes on in a second column of the slide; `data-value` is what a script sorts by. */
function cellOf<Row extends RankedRecord>(
  { key, label, text }: Column<Row>,
  { class: kind, ...only }: ReturnType<typeof kindOf>,
  record: Row,
  missing: string,
) {
  const said = text(record)
  const cell = { ...only, class: said === null ? `${kind} missing` : kind, 'data-head': label, children: said ?? missing }
  if (key === 'name') return <th key={key} scope="row" {...cell} />
  const value = (record as Readonly<Record<string, unknown>>)[key]
  return <td key={key} data-value={typeof value === 'number' ? value : undefined} {...cell} />
}
