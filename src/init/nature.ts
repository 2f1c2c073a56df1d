import type { DraftColumn } from './draft.ts'

/** What the values of a column allow to be said of them. */
export interface Nature {
  /** Whether they add up to a whole. */
  adds: boolean
  /** Whether one may be so many times another. */
  ratios: boolean
}

/** Amounts of things that are apart from each other, so that they may be put together. */
const AMOUNT =
  /\b(?:population|pop|inhabitants|people|jobs|employees|sales|revenues?|turnover|gross|earnings|profit|budget|cost|visitors?|visits|views|downloads|users|subscribers|followers|members|votes|seats|goals|medals|wins|titles|deaths|cases|births|exports?|imports?|emissions|production|output|consumption|area|coastline|count|frequency|number of .*|students|passengers|speakers|spending|einwohner(?:zahl)?|bevölkerung|beschäftigte|mitarbeiter|umsatz|absatz|gewinn|einspielergebnis|besucher|fläche|anzahl|stimmen|sitze|tore|medaillen|studierende|passagiere|sprecher|ausgaben|einnahmen|produktion|visitantes|población|habitants|abitanti)\b/i
/** One for each of something else, and what stands on a scale of its own. */
const SCALE =
  /\b(?:per|pro|je|rate|average|avg|mean|median|index|score|rating|density|age|share|percent|price|temperature|temp|magnitude|year|expectancy|rank|ph|grade|note|dichte|preis|durchschnitt\p{L}*|anteil|quote|temperatur|alter|lebenserwartung)\b|dichte$|quote$|rate$/iu
const NO_RATIO = /\b(?:magnitude|index|score|rating|temperature|temp|ph|grade|note|temperatur|year|rank|elo)\b/i

/** What may be said of the values of a column, by its name and unit; where it is in doubt they do not add up. */
export function natureOf({ source }: DraftColumn): Nature {
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
