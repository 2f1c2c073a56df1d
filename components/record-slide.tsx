import type { TemplateParts } from 'countdown-story'
import { deficitShareOfGdp, dollarsSoldPerDollarBought } from '../data/figures.ts'
import { percent, times, usd } from '../data/format.ts'
import type { CountryRecord } from '../data/records.ts'
import { NO_FIGURE } from './describe-country.ts'

/** The words for a country that nobody has written a slide for: all of them come from its record. */
export function RecordSlide(record: CountryRecord): TemplateParts {
  const { name, rank, deficit, exports, imports } = record
  const share = deficitShareOfGdp(record.id)
  return {
    headline: `${name} sold ${usd(exports)} of goods to the United States and bought ${usd(imports)}`,
    body: (
      <>
        <p>{times(dollarsSoldPerDollarBought(record.id))} as much sold as bought.</p>
        <p>{share === null ? `Its GDP: ${NO_FIGURE}.` : `The difference is ${percent(share)} of its GDP.`}</p>
      </>
    ),
    notes: (
      <p>
        Number {rank}: {name}, a deficit of {usd(deficit)}.
      </p>
    ),
  }
}
