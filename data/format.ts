import { createFormat } from 'countdown-story'
import { type Estimate, lastPlace } from './estimate.ts'

/** How this deck prints numbers: U.S. English words, U.S. dollars. The same functions serve prose, charts and alt texts. */
export const format = createFormat('en', 'USD')

/** A figure to print: an estimate is printed to the last place that its inputs bear. */
type Printable = number | Estimate

/**
 * - `usd(282_700_000_000)` is `$282.7 billion`, `usd(425_300_000)` is `$425.3 million`, `usd(6173)` is `$6,173`
 * - `billions(1_337_300_000_000)` is `$1,337.3 billion`, never trillions
 * - `percent(0.116)` is `12 %`, with a no-break space; one decimal below ten
 * - `times(4.83)` is `4.8×`; from ten up without decimals
 * - `count(1361)` is `1,361`
 */
export const { billions } = format
export const usd = (amount: Printable) => format.money(borne(amount))
export const count = (amount: Printable) => format.count(borne(amount))
export const percent = (ratio: Printable) => whole(ratio, 100, ' %') ?? format.percent(valueIn(ratio))
export const times = (factor: Printable) => whole(factor, 1, '×') ?? format.times(valueIn(factor))

/** `2.1`: millions of persons, to one decimal. */
export const millions = ({ value }: Estimate) => value.toFixed(1)
/** `$240 billion`: whole billions, for amounts that bear no decimal. */
export const inWords = (amount: number) => `$${format.count(amount / 1e9)}\u00a0billion`

function valueIn(figure: Printable): number {
  return typeof figure === 'number' ? figure : figure.value
}

function borne(figure: Printable): number {
  if (typeof figure === 'number') return figure
  const place = lastPlace(figure)
  return Math.round(figure.value / place) * place
}

/** An estimate below ten whose inputs bear no decimal; where they bear one, the style of all other figures serves. */
function whole(figure: Printable, unit: number, sign: string): string | undefined {
  if (typeof figure === 'number' || lastPlace(figure) * unit < 1) return undefined
  return `${format.count(borne(figure) * unit)}${sign}`.replace(' ', '\u00a0')
}
