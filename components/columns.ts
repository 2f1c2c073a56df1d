import type { Column, Columns } from 'countdown-story'
import { recordTable } from 'countdown-story/components'
import { deficitShareOfGdp, dollarsSoldPerDollarBought } from '../data/figures.ts'
import { count, percent, times, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import { NO_FIGURE } from './describe-country.ts'

const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
/** One decimal, as printed at the source; trillions are printed there to a hundred billion. */
const inBillions = (amount: number) => (amount < 1e12 ? oneDecimal.format(amount / 1e9) : count(amount / 1e9))
/** Nothing where the source has nothing. */
const optional = <Amount>(amount: Amount | null, print: (amount: Amount) => string) => (amount === null ? null : print(amount))

/** Every column of the records' table. Amounts are in billions, GDP per head in dollars; the last two are our calculation. */
export const columns = [
  { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
  { key: 'name', label: 'Country', numeric: false, text: ({ name }) => name },
  { key: 'location', label: 'Location', numeric: false, text: ({ location }) => location },
  { key: 'deficit', label: 'Deficit', numeric: true, text: ({ deficit }) => inBillions(deficit) },
  { key: 'exports', label: 'Exports', numeric: true, text: ({ exports }) => inBillions(exports) },
  { key: 'imports', label: 'Imports', numeric: true, text: ({ imports }) => inBillions(imports) },
  { key: 'gdp', label: 'GDP', numeric: true, text: ({ gdp }) => optional(gdp, inBillions) },
  { key: 'gdpPerCapita', label: 'per head', numeric: true, text: ({ gdpPerCapita }) => optional(gdpPerCapita, usd) },
  { key: 'ratio', label: 'Sold per dollar bought', numeric: true, text: ({ id }) => times(dollarsSoldPerDollarBought(id)) },
  { key: 'weight', label: 'Deficit, share of GDP', numeric: true, text: ({ id }) => optional(deficitShareOfGdp(id), percent) },
] as const satisfies readonly Column<CountryRecord>[]

/** The same for the machine. */
export const tableColumns: Columns<CountryRecord> = { all: columns, missing: NO_FIGURE }

/** The full table, as far as a slide or the reading page has room; words last, since a slide has none for them. */
export const CountryTable = recordTable(records, {
  all: columns
    .filter(({ key }) => !['location', 'ratio', 'weight'].includes(key))
    .concat(columns.filter(({ key }) => key === 'location')),
  missing: NO_FIGURE,
})
