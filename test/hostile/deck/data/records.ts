import { InputError, readTable, slug } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import csv from './letters.csv'

const { rows, diagnostics } = readTable(csv, datapackage, 'data/letters.csv')
if (diagnostics.length > 0) throw new InputError(diagnostics)

export const records = rows.map(({ cells }) => ({
  id: slug(String(cells.name?.value)),
  rank: Number(cells.rank?.value),
  name: String(cells.name?.value),
  size: Number(cells.size?.value),
  family: cells.family?.value === null ? 'none' : String(cells.family?.value),
}))

export type Letter = (typeof records)[number]

export const by = Object.fromEntries(records.map((record) => [record.id, record]))
