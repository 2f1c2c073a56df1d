import { fittingText } from '../../../motion/fitting-text.ts'
import type { RankedRecord } from '../../../story/deck.ts'
import type { Column } from '../../../story/description.ts'
import { textWidth } from '../../charts/text-width.ts'

/** How a table stands on a slide: in one column of the slide or in two, in ever smaller type. */
const FITS = {
  few: { rows: 13, size: 24, columns: 1 },
  one: { rows: 16, size: 20, columns: 1 },
  roomy: { rows: 30, size: 18, columns: 2 },
  two: { rows: 40, size: 15, columns: 2 },
  long: { rows: Number.POSITIVE_INFINITY, size: 16, columns: 1 },
} as const

/** Of a table that is longer than any slide, a slide has so many rows. */
const BEGINNING = 19
/** Width of the table by the columns of the slide, and the least of a name, in px. */
const [WIDTHS, LEAST_NAME] = [{ 1: 1200, 2: 588 }, 150] as const
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
export function fitTable<Row extends RankedRecord>(
  records: readonly Row[],
  columns: readonly Column<Row>[],
  missing: string,
): Fit {
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
