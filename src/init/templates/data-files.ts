import type { Draft, DraftColumn } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { json, literal } from './literal.ts'

/** data/records.ts: the rows of the table, typed and ranked. */
export function recordsTs({ table, name, value, rank, told, first }: Draft): string {
  const others = [...(rank ? [rank] : []), ...told]
  const order = rank
    ? `by: ({ ${rank.property} }) => ${rank.property}, first: 'smallest'`
    : `by: ({ ${value.property} }) => ${value.property}, first: '${first}'`
  return `import { countdown, type More, type RankedRecord, readRows, shortened } from 'countdown-story'
import csv from './${table}.csv'
import datapackage from './datapackage.json' with { type: 'json' }

/** A row of the table; null where it has no value. */
export interface Entry extends RankedRecord {
${[value, ...others].map((column) => `  ${column.property}: ${typeOf(column)}`).join('\n')}
  /** Of columns that were added to the table and described in datapackage.json. */
  more: More
}

const rows = readRows(csv, datapackage, 'data/${table}.csv').map((row) => ({
  name: shortened(row.text('${name.column}')),
${[value, ...others].map((column) => `  ${column.property}: row.${readerOf(column)}('${column.column}'),`).join('\n')}
  more: row.more(),
}))

/** All records in the order of telling: the last rank first, #1 last. Throws InputError with every mistake in the table. */
export const records: readonly Entry[] = countdown(rows, { ${order} })

/** The record with this id. Throws for an unknown one. */
export function recordOf(id: string): Entry {
  const record = byId.get(id)
  if (!record) throw new RangeError(\`no record has the id \${id}\`)
  return record
}

const byId = new Map(records.map((record) => [record.id, record]))
`
}

function typeOf({ kind, complete }: DraftColumn): string {
  return `${kind === 'number' ? 'number' : 'string'}${complete ? '' : ' | null'}`
}

function readerOf({ kind, complete }: DraftColumn): string {
  const type = kind === 'number' ? 'number' : 'text'
  return complete ? type : `optional${type === 'number' ? 'Number' : 'Text'}`
}

/** data/format.ts: how numbers are printed. */
export function formatTs({ value, told, language }: Draft): string {
  const numbers = [value, ...told].filter(({ kind }) => kind === 'number')
  return `import { createAmount, createFormat } from 'countdown-story'

/** The language of the story (BCP 47): of its words, its numbers and the controls around it. */
export const lang = '${language}'

/** How this deck prints numbers: by language, and by currency where it has one. */
export const format = createFormat(lang${value.source.currency ? `, '${value.source.currency}'` : ''})

/** Whole numbers: \`count(1361)\` is \`${language === 'de' ? '1.361' : '1,361'}\`. */
export const { count } = format

/** Prints the numbers of each column, with its unit and decimals. */
export const print = {
${numbers.map((column) => `  ${column.property}: createAmount(lang${styleOf(column)}),`).join('\n')}
}

${differenceOf(value, language)}

/** What the bars show. */
export const title = ${literal(value.source.label)}
`
}

/** Between shares are percentage points, between years are years, and between grades is a number. */
function differenceOf({ property, source: { unit, digits, isYear } }: DraftColumn, language: Draft['language']): string {
  const { points, years } = sentences[language]
  const own = isYear ? `unit: '${years}'` : `${unit?.startsWith('%') ? `unit: '${points}', ` : ''}digits: ${Math.max(1, digits)}`
  const printer = isYear || /^(?:%|\/ \d)/.test(unit ?? '') ? `createAmount(lang, { ${own} })` : `print.${property}`
  return `/** Prints how far two of the values that rank are from each other. */\nexport const difference = ${printer}`
}

function styleOf({ source: { unit, currency, digits, isYear, isDuration }, wordDigits }: DraftColumn): string {
  const parts = [
    ...(isDuration ? ['duration: true'] : []),
    ...(unit && !isDuration ? [`unit: ${literal(unit)}`] : []),
    ...(currency ? [`currency: '${currency}'`] : []),
    ...(digits > 0 ? [`digits: ${digits}`] : []),
    ...(wordDigits > 1 ? [`wordDigits: ${wordDigits}`] : []),
    ...(isYear ? ['grouping: false'] : []),
  ]
  return parts.length > 0 ? `, { ${parts.join(', ')} }` : ''
}

/** data/figures.ts: every number that no record holds. */
export function figuresTs({ value, leftOut, rest, language }: Draft): string {
  return `import datapackage from './datapackage.json' with { type: 'json' }
import { print } from './format.ts'
import { type Entry, records } from './records.ts'

/*
 * Every number that a slide quotes and no record holds. Amounts come with their unit.
 */

/** The record of a rank. Throws for a rank that is not in the table. */
export function ranked(rank: number): Entry {
  const record = records[records.length - rank]
  if (!record) throw new RangeError(\`no record has the rank \${rank}\`)
  return record
}

/** Told last, and told first. */
export const [first, last] = [ranked(1), ranked(records.length)]
/** The last of the first half that is told. */
export const middle = ranked(Math.floor(records.length / 2) + 1)
/** A record's value as printed. */
export const amountOf = (entry: Entry): string => print.${value.property}(entry.${value.property})
/** The values from one record to another, their unit said once. */
export const spanOf = (a: Entry, b: Entry): string => print.${value.property}.span(a.${value.property}, b.${value.property}, '${sentences[language].to}')
${leftOut.length > 0 ? `\n/** Rows of the original table that are not told. */\nexport const leftOut = ${leftOut.length}\n` : ''}${rest ? `\n/** What is below the last that is told: how many, and the value of the next. */\nexport const rest = { count: ${rest.count}, value: ${rest.value} }\n` : ''}
/** Who publishes the figures. */
export const source = datapackage.sources.map(({ title }) => title).join('; ')
`
}

/** data/datapackage.json: what each column is. */
export function datapackageJson({ title, table, source, columns, name, value, rank, told }: Draft): string {
  const known = [name, value, rank, ...told].map((each) => each?.column)
  const fields = columns.map(({ column, kind, complete, source }) => ({
    name: column,
    type: kind === 'number' ? 'number' : 'string',
    title: source.header,
    ...((source.unit ?? source.currency) && { unit: source.unit ?? source.currency }),
    ...(complete && { constraints: { required: true } }),
    ...(!known.includes(column) && { told: false }),
  }))
  const described = {
    name: table,
    title,
    sources: [{ title: source }],
    description: `Ranked by ${value.column}; every row has a ${name.column}.`,
    resources: [{ name: table, path: `${table}.csv`, type: 'table', schema: { missingValues: [''], fields } }],
  }
  return json(described)
}

/** data/<table>.csv: the rows that are told, numbers in full and with a point. */
export function tableCsv({ columns, rows }: Draft): string {
  const lines = [columns.map(({ column }) => column), ...rows.map((row) => columns.map((column) => cellOf(column, row)))]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
}

function cellOf({ kind, source }: DraftColumn, row: number): string {
  if (kind === 'text') return source.cells[row]?.text ?? ''
  const number = source.numbers?.[row] ?? null
  return number === null ? '' : String(number)
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
