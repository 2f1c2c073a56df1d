import type { DecimalMark } from './numbers.ts'
import type { Language } from './sentences/sentences.ts'

/** Words that head the columns of German tables, and of no others. */
const GERMAN =
  /(?:^|[^\p{L}])(?:anzahl|einwohner|bevölkerung|fläche|höhe|länge|breite|tiefe|gewicht|größe|jahr|preis|betrag|wert|anteil|umsatz|stadt|bundesland|bezeichnung|vorname|nachname|platz|rang|zeit|dauer|menge|gesamt|ort|einheit|punkte|besucher|gemeinde|kreis)(?:$|[^\p{L}])/iu
/** Letters that German has, beside others. */
const UMLAUTS = /[äöüß]/i

/**
 * The language that a table is written in, as far as a deck can be written in it: German when two of three say so, its
 * headings, its letters and its decimal commas; else English.
 */
export function languageOf(headers: readonly string[], cells: readonly string[], mark: DecimalMark): Language {
  const signs = [
    headers.some((header) => GERMAN.test(header)),
    [...headers, ...cells].some((text) => UMLAUTS.test(text)),
    mark === ',',
  ]
  return signs.filter(Boolean).length >= 2 ? 'de' : 'en'
}
