import type { Column, Columns, Describe } from 'countdown-story'
import { celsius, count, mm } from '../data/format.ts'
import { type Month, recordOf } from '../data/records.ts'

/** What slides and tables tell of a month beside its rain. */
const facts: readonly Column<Month>[] = [
  { key: 'wet', label: 'Wet days', numeric: true, text: ({ wet }) => count(wet) },
  { key: 'high', label: 'High by day', numeric: true, text: ({ high }) => celsius(high) },
  { key: 'least', label: 'Driest of four years', numeric: true, text: ({ least }) => mm(least) },
  { key: 'most', label: 'Wettest of four years', numeric: true, text: ({ most }) => mm(most) },
]

/** The columns of the full table. */
export const columns: Columns<Month> = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: 'Month', numeric: false, text: ({ name }) => name },
    { key: 'rain', label: 'Rain', numeric: true, text: ({ rain }) => mm(rain) },
    ...facts,
  ],
  missing: 'no figure',
}

/** What stands beside the chart of a month. */
export const describe: Describe = (id) => {
  const month = recordOf(id)
  const { value, unit } = mm.parts(month.rain)
  return {
    figure: { value, caption: `${unit} of rain in an average ${month.name}` },
    facts: facts.map(({ label, text }) => ({ label, value: text(month) ?? '' })),
  }
}
