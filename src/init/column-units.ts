import type { Printed } from '../table/printed-number.ts'
import { type Unit, unitOf } from './units.ts'

/** What is written in each cell of a column: null where nothing is, undefined where it is no number. */
type Found = readonly (Printed | null | undefined)[]

/** What is counted, so that an m beside its numbers stands for millions, not for metres. */
const COUNTED =
  /\b(?:population|pop|people|inhabitants|visitors?|visits|views|streams|downloads|users|subscribers|followers|members|votes|passengers|speakers|sales|sold|units|copies|deaths|cases|einwohner|besucher|nutzer|stimmen|passagiere|sprecher|absatz)\b/i

/** Reads the m beside numbers of a column as a million where they are counted, or others are in thousand millions. */
export function inMillions(found: Found, header: string): Found {
  if (!COUNTED.test(header) && !found.some((each) => each && each.scale > 6)) return found
  return found.map((each) => {
    if (each?.unit !== 'm' || each.scale > 0) return each
    const { unit: _, ...rest } = each
    return { ...rest, scale: 6 }
  })
}

/** The unit of a column's numbers: the most common among the cells that say it; a letter beside few of many numbers is a flag, such as `e` for estimated. */
export function usualUnit(found: Found): Unit {
  const numbers = found.filter((each) => each !== null && each !== undefined)
  const most = (texts: readonly (string | undefined)[]) => {
    const said = texts.filter((text) => text !== undefined)
    const counts = [...Map.groupBy(said, (text) => text)].sort(([, a], [, b]) => b.length - a.length)
    const [text, where] = counts[0] ?? []
    const isFlag = text !== undefined && where !== undefined && /^[a-z]{1,2}$/.test(text) && where.length < numbers.length / 2
    return isFlag ? undefined : text
  }
  const [currency, unit] = [most(numbers.map((each) => each.currency)), most(numbers.map((each) => each.unit))]
  return { ...(currency && { currency }), ...(unit && (unitOf(unit) ?? { unit })) }
}

/** How a number's unit differs from that of the others; one without a unit has theirs. */
export function otherUnit({ currency, unit }: Printed, usual: Unit): string | undefined {
  const own = unit === undefined ? undefined : (unitOf(unit)?.unit ?? unit)
  if (currency !== undefined && currency !== usual.currency)
    return `is in ${currency}, the others in ${usual.currency ?? 'no currency'}`
  if (own !== undefined && own !== usual.unit && !(usual.unit === undefined && /^[a-z]{1,2}$/.test(own)))
    return usual.unit === undefined
      ? `says \`${own}\` after the number, which the others do not`
      : `is in ${own}, the others in ${usual.unit}`
  return undefined
}
