import * as figures from '../../data/figures.ts'
import { percent, times, usd } from '../../data/format.ts'
import type { CountryRecord } from '../../data/records.ts'

/** What a country's headline speaks of, for those who hear a chart: both directions of its trade, their ratio, and what the deficit weighs. */
export function tradeWords({ id, exports, imports }: CountryRecord): string {
  const weight = figures.deficitShareOfGdp(id)
  const share = weight === null ? 'there is no 2023 figure for its GDP' : `the deficit is ${percent(weight)} of its GDP`
  return `it sold ${usd(exports)} and bought ${usd(imports)}, ${times(figures.dollarsSoldPerDollarBought(id))} as much sold as bought; ${share}`
}
