import { createFormat } from 'countdown-story'

/** How this deck prints numbers: U.S. English words, U.S. dollars. The same functions serve prose, charts and alt texts. */
export const format = createFormat('en', 'USD')

/**
 * - `usd(282_700_000_000)` is `$282.7 billion`, `usd(425_300_000)` is `$425.3 million`, `usd(6173)` is `$6,173`
 * - `billions(1_337_300_000_000)` is `$1,337.3 billion`, never trillions
 * - `percent(0.116)` is `12 %`, with a no-break space; one decimal below ten
 * - `times(4.83)` is `4.8×`; from ten up without decimals
 * - `count(1361)` is `1,361`
 */
export const { money: usd, billions, percent, times, count } = format
