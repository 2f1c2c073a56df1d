import { nestingFault } from '../table/json-nesting.ts'
import { unusableCells } from '../table/unusable-cells.ts'
import { InputError, shown } from '../util/diagnostic.ts'
import { slug } from '../util/slug.ts'
import { type Analysed, analyseColumns } from './analyse-column.ts'
import { chooseRoles } from './choose-roles.ts'
import type { Described } from './described.ts'
import { type Draft, draftDeck } from './draft.ts'
import { joinNames } from './join-names.ts'
import { readSourceTable } from './source-table.ts'
import { languageOf } from './table-language.ts'
import { labelOf, unitOf } from './units.ts'

/** An author's file and what stands beside it. */
export interface Source {
  /** As the author named it. */
  file: string
  bytes: Uint8Array
  described: Described
  /** Date of the new story, ISO 8601. */
  date: string
}

/** Infers a deck from a table. Throws InputError for a table that cannot be understood, with file, line and column. */
export function infer({ file, bytes, described, date }: Source): { draft: Draft; format: string } {
  const tooDeep = nestingFault(bytes, file)
  if (tooDeep) throw new InputError([tooDeep])
  const source = readSourceTable(bytes, file)
  const problems = [...source.problems, ...unusableCells(source)]
  if (problems.length > 0) throw new InputError(problems)
  const table = joinNames(source)
  const { columns, mark, ambiguous } = analyseColumns(table)
  if (ambiguous) {
    const message = `found ${shown(ambiguous.text)}, which is a thousand to some and one to others; write all numbers of the file without thousands separators`
    throw new InputError([{ place: ambiguous.place, message }])
  }
  const roles = chooseRoles(
    columns.map((column) => withUnit(column, described)),
    file,
  )
  if ('problems' in roles) throw new InputError(roles.problems)
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '')
  const name = slug(base).replace(/[^a-z0-9-]/g, '')
  const draft = draftDeck(roles, {
    title: described.title ?? (labelOf(base.replaceAll('-', ' ')) || 'A countdown'),
    table: name === '' ? 'table' : name,
    source: described.source ?? file.split(/[\\/]/).at(-1) ?? file,
    date,
    language: languageOf(
      columns.map(({ header }) => header),
      columns.flatMap(({ cells }) => cells.map(({ text }) => text)),
      mark,
    ),
  })
  if (draft.rows.length === 0) {
    const message = `found no row with a ${shown(roles.name.header)} and a ${shown(roles.value.header)}, expected at least one`
    throw new InputError([{ place: { file, line: 1, column: 1 }, message }])
  }
  return { draft, format: table.format }
}

/** What the data package says of a unit goes before what the name of the column says. */
function withUnit(column: Analysed, { units }: Described): Analysed {
  const unit = units.get(column.header)
  return unit === undefined ? column : { ...column, ...(unitOf(unit) ?? { unit }) }
}
