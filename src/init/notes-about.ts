import { shown } from '../util/diagnostic.ts'
import type { Analysed } from './analyse-column.ts'
import type { Roles } from './choose-roles.ts'
import type { Draft } from './draft.ts'
import { courseOf } from './find-rank.ts'
import { otherLanguage } from './table-language.ts'

/** A list of so many is proposed to be cut. */
export const LONG = 60

/** What the author should know of a table beside its roles: what was done to cells, and what does not go together. */
export function notesAbout(roles: Roles, draft: Draft, columns: readonly Analysed[], when: string | undefined): string[] {
  return [
    ...aboutRank(roles, draft),
    ...aboutMisfits(roles, columns),
    ...columns
      .map((column) => (column.header === roles.name.header ? roles.name : column))
      .flatMap(({ header, notes }) => notes.map((note) => `${header}: ${note}`)),
    ...(when === undefined ? [] : [`of each name the rows of ${when} are told, the newest; race() shows all: docs/motion.md`]),
    ...aboutLanguage(draft, columns),
    ...aboutLength(draft),
  ]
}

/** Ranks that do not go along the values. */
function aboutRank({ value, rank }: Roles, { rows }: Draft): string[] {
  if (!rank) return []
  const course = courseOf(value.numbers, rank.ranks)
  if (course ? course.breaks.length === 0 : rows.length < 3) return []
  const row = course?.breaks[0]
  const line = row === undefined ? '' : `, as on line ${value.cells[row]?.location.line}`
  const names = `the ranks in ${shown(rank.column.header)} do not follow ${shown(value.header)}`
  return [`${names}${line}; they decide the order unless --rank none is given`]
}

/** Cells of facts that are no numbers; those of the value are among the rows that are left out. */
function aboutMisfits({ value, rank }: Roles, columns: readonly Analysed[]): string[] {
  return columns.flatMap(({ header, misfits: [first, ...more] }) => {
    if (!first || header === value.header || header === rank?.column.header) return []
    const others = more.length > 0 ? `, and ${more.length} more` : ''
    return [
      `${header}: line ${first.cell.location.line} has ${shown(first.cell.text)}, which ${first.why}${others}; told as missing`,
    ]
  })
}

function aboutLanguage({ language }: Draft, columns: readonly Analysed[]): string[] {
  const other = otherLanguage(columns.map(({ header }) => header))
  if (other === undefined || language !== 'en') return []
  const named = other === 'another script' ? 'a script' : other
  return [`the table is in ${named} of which no sentences are known: they are English, its own words stay`]
}

function aboutLength({ rows, rest }: Draft): string[] {
  if (rows.length < LONG || rest) return []
  return [`${rows.length} records make a long talk; --top 25 tells the first 25 and the rest as one`]
}
