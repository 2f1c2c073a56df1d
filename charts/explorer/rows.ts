import { columns } from '../../components/columns.ts'
import { NO_FIGURE } from '../../components/describe-country.ts'
import { usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** Words of the controls and the tooltip, by column. */
export const labels = {
  rank: 'Rank',
  name: 'Country',
  location: 'Location',
  deficit: 'Deficit',
  exports: 'Exports to the U.S.',
  imports: 'Imports from the U.S.',
  gdp: 'GDP',
  gdpPerCapita: 'GDP per head',
} as const satisfies Partial<Record<keyof CountryRecord, string>>

/** Columns that can be drawn, and what the chart is then headed. */
export const headings = {
  deficit: 'U.S. deficit with the country, billion dollars',
  exports: 'Exports to the United States, billion dollars',
  imports: 'Imports from the United States, billion dollars',
  gdp: 'GDP, billion dollars',
  gdpPerCapita: 'GDP per head, dollars',
} as const satisfies Partial<Record<Key, string>>

/** A column that has a label. */
export type Key = keyof typeof labels
/** A column that can be drawn. */
export type Measure = keyof typeof headings
/** All of those, in the order of the chart's controls. */
export const measures = Object.keys(headings) as Measure[]

/** A country with its name and figures as the table prints them. */
export interface ExplorerRow extends Pick<CountryRecord, 'id' | Measure> {
  said: Readonly<Record<string, string>>
  /** Every fact with its unit, for the tooltip. */
  told: Readonly<Record<string, string>>
}

/** What stands in the place of a bar; table and tooltip have room for more. */
const NO_VALUE = 'no figure'

/** All countries, largest deficit first. */
export const rows: readonly ExplorerRow[] = [...records].sort((a, b) => a.rank - b.rank).map(rowOf)

function rowOf(record: CountryRecord): ExplorerRow {
  const { id, deficit, exports, imports, gdp, gdpPerCapita } = record
  const shown = columns.filter(({ key }) => key === 'name' || key in headings)
  const said = Object.fromEntries(shown.map(({ key, text }) => [key, text(record) ?? NO_VALUE]))
  const words = { rank: String(record.rank), name: record.name, location: record.location }
  const withUnits = measures.map((key) => [key, record[key] === null ? NO_FIGURE : usd(record[key])])
  return { id, deficit, exports, imports, gdp, gdpPerCapita, said, told: { ...words, ...Object.fromEntries(withUnits) } }
}
