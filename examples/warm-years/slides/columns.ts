import type { Column, Columns, Describe } from 'countdown-story'
import { begin, decadeMean, end, rankInItsDay } from '../data/figures.ts'
import { count, difference } from '../data/format.ts'
import { inYear, records, type Year } from '../data/records.ts'

/** What slides and tables tell of a year beside its difference. */
const facts: readonly Column<Year>[] = [
  {
    key: 'before',
    label: 'The year before',
    numeric: true,
    text: ({ year }) => (year > begin ? difference(inYear(year - 1).anomaly) : null),
  },
  {
    key: 'after',
    label: 'The year after',
    numeric: true,
    text: ({ year }) => (year < end ? difference(inYear(year + 1).anomaly) : null),
  },
  { key: 'decade', label: 'Mean of its decade', numeric: true, text: (record) => difference(decadeMean(record)) },
  {
    key: 'day',
    label: 'Rank when it ended',
    numeric: true,
    text: (record) => `#${count(rankInItsDay(record).rank)} of ${count(rankInItsDay(record).count)}`,
  },
]

/** The columns of the full table. */
export const columns: Columns<Year> = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: 'Year', numeric: false, text: ({ name }) => name },
    { key: 'anomaly', label: 'Difference', numeric: true, text: ({ anomaly }) => difference(anomaly) },
    ...facts,
  ],
  missing: 'not in the table',
}

const byId = new Map(records.map((record) => [record.id, record]))

/** What stands beside the chart of a year. */
export const describe: Describe = (id) => {
  const record = byId.get(id)
  if (!record) throw new RangeError(`no year has the id ${id}`)
  const { value, unit } = difference.parts(record.anomaly)
  return {
    figure: { value, caption: `${unit} from the mean, ${record.name}` },
    facts: facts.map(({ label, text }) => {
      const said = text(record)
      return { label, value: said ?? columns.missing, missing: said === null }
    }),
  }
}
