import { type ComponentChildren, h } from 'preact'
import { fittingText } from '../../motion/fitting-text.ts'
import type { RankedRecord } from '../../story/deck.ts'
import type { Column, Columns } from '../../story/description.ts'
import { textWidth } from '../charts/text-width.ts'

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
    <Movable class={`record-table ${fit.name}`} name={caption}>
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

/** How a table stands on a slide: in one column of the slide or in two, in type that is read from the back row. */
const FITS = {
  few: { rows: 13, size: 24, columns: 1 },
  one: { rows: 16, size: 20, columns: 1 },
  roomy: { rows: 30, size: 20, columns: 2 },
  two: { rows: 40, size: 20, columns: 2 },
  full: { rows: 44, size: 20, columns: 2 },
  long: { rows: Number.POSITIVE_INFINITY, size: 20, columns: 1 },
} as const

/** Of a table that is longer than any slide, a slide has so many rows. */
const BEGINNING = 17
/** Width of the table by the columns of the slide, and the least of a name, in px. */
const [WIDTHS, LEAST_NAME] = [{ 1: 1200, 2: 588 }, 200] as const
/** Space beside a cell, in px; words after a figure have more. */
const SPACE = 32

/** What of a table stands on a slide. */
export interface Fit {
  name: keyof typeof FITS
  /** Rows, from the first. */
  rows: number
  /** Position of the row that opens the second column of the slide, where there is one. */
  opens?: number
  /** Keys of the columns that there is room for. */
  shown: ReadonlySet<string>
  /** A name as far as it has room. */
  shorten(name: string): string
}

/** Finds how the records stand on a slide: as many of the columns as leave the names enough room. */
function fitTable<Row extends RankedRecord>(records: readonly Row[], columns: readonly Column<Row>[], missing: string): Fit {
  const name = (Object.keys(FITS) as (keyof typeof FITS)[]).find((fit) => records.length <= FITS[fit].rows) ?? 'long'
  const { size, columns: parts } = FITS[name]
  const rows = name === 'long' ? BEGINNING : records.length
  const shown = new Set(['name'])
  let room: number = WIDTHS[parts]
  for (const { key, label, text } of columns.filter((column) => column.key !== 'name')) {
    const texts = [label, ...records.slice(0, rows).map((record) => text(record) ?? missing)]
    const width = texts.reduce((most, each) => Math.max(most, textWidth(each, size)), 0) + SPACE
    if (room - width < LEAST_NAME) break
    room -= width
    shown.add(key)
  }
  const shorten = (whole: string) => fittingText(whole, room - SPACE, (some) => textWidth(some, size, 600))
  return { name, rows, shown, shorten, ...(parts === 2 && { opens: Math.ceil(rows / 2) }) }
}
