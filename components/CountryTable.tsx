import { count, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import { NO_FIGURE } from './describe-country.ts'

interface Column {
  key: keyof CountryRecord
  label: string
  text: (record: CountryRecord) => string
}

const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
/** One decimal, as printed at the source; trillions are printed there to a hundred billion. */
const inBillions = (amount: number) => (amount < 1e12 ? oneDecimal.format(amount / 1e9) : count(amount / 1e9))

const WORDS: readonly Column[] = [
  { key: 'rank', label: '#', text: ({ rank }) => String(rank) },
  { key: 'name', label: 'Country', text: ({ name }) => name },
  { key: 'location', label: 'Location', text: ({ location }) => location },
]
const FIGURES: readonly Column[] = [
  { key: 'deficit', label: 'Deficit', text: ({ deficit }) => inBillions(deficit) },
  { key: 'exports', label: 'Exports', text: ({ exports }) => inBillions(exports) },
  { key: 'imports', label: 'Imports', text: ({ imports }) => inBillions(imports) },
]
/** Both are present or both absent. */
const GDP: readonly Column[] = [
  { key: 'gdp', label: 'GDP', text: ({ gdp }) => inBillions(gdp ?? 0) },
  { key: 'gdpPerCapita', label: 'per head', text: ({ gdpPerCapita }) => usd(gdpPerCapita ?? 0) },
]
/** Where the second half of the table begins on a slide, as a share of the rows: below, long locations take two lines. */
const OPENS_COLUMN = 0.55

/** All records as one table, largest deficit first. Amounts are in billions, GDP per head in dollars. */
export function CountryTable() {
  const byRank = [...records].sort((a, b) => a.rank - b.rank)
  const opens = Math.ceil(byRank.length * OPENS_COLUMN)
  return (
    <table class="records">
      <caption class="visually-hidden">
        All {records.length} countries by U.S. goods-trade deficit, 2023, in billions of current dollars; GDP per head in dollars
      </caption>
      <thead>
        <tr>
          {[...WORDS, ...FIGURES, ...GDP].map(({ key, label }) => (
            <th key={key} scope="col" class={key}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byRank.map((record, position) => (
          <Row key={record.id} record={record} opensColumn={position === opens} />
        ))}
      </tbody>
    </table>
  )
}

/** `data-head` lets the style sheet repeat the heads where the table goes on in a second column of the slide. */
function Row({ record, opensColumn }: { record: CountryRecord; opensColumn: boolean }) {
  const missing = record.gdp === null
  return (
    <tr class={opensColumn ? 'opens-column' : undefined}>
      {[...WORDS, ...FIGURES, ...(missing ? [] : GDP)].map((column) => (
        <Cell key={column.key} column={column} record={record} />
      ))}
      {missing && (
        <td class="gdp missing" colSpan={GDP.length}>
          {NO_FIGURE}
        </td>
      )}
    </tr>
  )
}

function Cell({ column: { key, label, text }, record }: { column: Column; record: CountryRecord }) {
  const content = text(record)
  if (key !== 'name') return <td class={key} data-head={label} children={content} />
  return <th scope="row" class={key} data-head={label} children={content} />
}
