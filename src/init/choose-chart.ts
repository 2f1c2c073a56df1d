import { type Atlas, atlasOf } from '../table/places.ts'
import { extentOf } from '../util/extent.ts'
import type { Draft, DraftColumn } from './draft.ts'

/** What shows the values of a new deck, as its charts are told. */
export type ChartForm =
  | { kind: 'bars'; grouped: boolean }
  | { kind: 'dots'; placing: 'near' | 'log' }
  | { kind: 'map'; atlas: Atlas; marks: 'circles' | 'areas'; placing?: 'near' | 'log' }

/** From so many times the least value on, bars from zero are mostly empty; up to so many times they look all alike. */
const [MAGNITUDES, ALIKE] = [1000, 1.5]
/** So few stand well as bars in any case. */
const FEW = 3
/** Fewer groups are none, and more colours than these are not told apart. */
const [FEWEST, MOST] = [2, 5]

/** The chart that suits the values, by what they are of, how far they reach and what their records have in common. */
export function chooseChart(draft: Pick<Draft, 'name' | 'value' | 'rows' | 'group'>): ChartForm {
  const { name, value, rows, group } = draft
  const values = rows.map((row) => value.source.numbers?.[row] ?? 0)
  const atlas = atlasOf(rows.map((row) => name.source.cells[row]?.text ?? ''))
  const placing = placingOf(value, values)
  if (atlas && extentOf(values)[0] >= 0)
    return { kind: 'map', atlas, marks: natureOf(value).adds ? 'circles' : 'areas', ...(placing && { placing }) }
  if (placing) return { kind: 'dots', placing }
  const groups = new Set(rows.map((row) => group?.source.cells[row]?.text ?? ''))
  return { kind: 'bars', grouped: groups.size >= FEWEST && groups.size <= MOST && !groups.has('') }
}

/** How values stand that bars from zero would not tell apart; undefined where bars would. */
function placingOf({ source }: DraftColumn, values: readonly number[]): 'near' | 'log' | undefined {
  const [least, most] = extentOf(values)
  if (values.length <= FEW || least <= 0 || most === least) return undefined
  if (most / least >= MAGNITUDES) return 'log'
  return most / least < ALIKE || source.isYear ? 'near' : undefined
}

/** Amounts of things that are apart from each other, so that they may be put together. */
const AMOUNT =
  /\b(?:population|pop|inhabitants|people|jobs|employees|sales|revenues?|turnover|gross|earnings|profit|budget|cost|visitors?|visits|views|downloads|users|subscribers|followers|members|votes|seats|goals|medals|wins|titles|deaths|cases|births|exports?|imports?|emissions|production|output|consumption|area|coastline|count|frequency|number of .*|students|passengers|speakers|spending|einwohner(?:zahl)?|bevölkerung|beschäftigte|mitarbeiter|umsatz|absatz|gewinn|einspielergebnis|besucher|fläche|anzahl|stimmen|sitze|tore|medaillen|studierende|passagiere|sprecher|ausgaben|einnahmen|produktion|visitantes|población|habitants|abitanti)\b/i
/** One for each of something else, and what stands on a scale of its own. */
const SCALE =
  /\b(?:per|pro|je|rate|average|avg|mean|median|index|score|rating|density|age|share|percent|price|temperature|temp|magnitude|year|expectancy|rank|ph|grade|note|dichte|preis|durchschnitt\p{L}*|anteil|quote|temperatur|alter|lebenserwartung)\b|dichte$|quote$|rate$/iu
const NO_RATIO = /\b(?:magnitude|index|score|rating|temperature|temp|ph|grade|note|temperatur|year|rank|elo)\b/i

/**
 * What may be said of the values of a column, by its name and unit: whether they add up to a whole, which they do not where it is in
 * doubt, and whether one may be so many times another.
 */
export function natureOf({ source }: DraftColumn): { adds: boolean; ratios: boolean } {
  const { label, unit = '', currency, isYear, isDuration, numbers = [] } = source
  const isRelative = /^%|‰|°|\//.test(unit)
  const isPositive = numbers.every((value) => value === null || value >= 0)
  const isAmount = (currency !== undefined || AMOUNT.test(label) || unit === 'people') && !SCALE.test(label)
  return {
    adds: isAmount && isPositive && !isRelative && !isYear && !isDuration,
    ratios: isPositive && !isYear && !isDuration && !/°/.test(unit) && !NO_RATIO.test(label),
  }
}

/** Whether the names of a table are words, which sentences put in quotes. */
export function areWords({ source }: DraftColumn): boolean {
  return /^(?:words?|terms?|tokens?|lemma|wort|wörter|begriff|ausdruck|vokabel|palabra|mot|parola)$/i.test(source.label)
}
