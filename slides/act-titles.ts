import { billions } from '../data/format.ts'
import { records } from '../data/records.ts'

/** What the deficits of some ranks run from and to, with the unit said once. */
function span(from: number, to: number): string {
  const [low = '', high] = [from, to].map((rank) =>
    billions(records.find((record) => record.rank === rank)?.deficit ?? Number.NaN),
  )
  return `${low.replace('\u00a0billion', '')} to ${high}`
}

/** Titles of the acts that count, with the range that each covers, for the deck and the handout. */
export const actTitles = {
  squares: `Squares: ${span(records.length, 35)}`,
  handfuls: `Handfuls: ${span(34, 20)}`,
  tens: `Tens: ${span(19, 11)}`,
  ten: `The large: ${span(10, 2)}`,
  china: `The largest: ${billions(records.at(-1)?.deficit ?? Number.NaN)}`,
}
