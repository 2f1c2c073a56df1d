import type { DecimalMark } from '../table/printed-number.ts'
import type { Language } from './sentences/sentences.ts'

/** Words that head the columns of German tables, and of no others. */
const GERMAN =
  /(?:^|[^\p{L}])(?:anzahl|einwohner(?:zahl)?|bevölkerung\p{L}*|fläche|höhe|länge|breite|tiefe|gewicht|größe|jahr|preis|betrag|wert|anteil|umsatz|stadt|bundesland|bezeichnung|vorname|nachname|platz|rang|zeit|dauer|menge|gesamt|ort|einheit|punkte|besucher|gemeinde|kreis|hauptstadt|kontinent|verleih|einspielergebnis|verein|spieler|tore|mannschaft|unternehmen|mitarbeiter|gewinn|kosten|stimmen|partei|strecke|fluss|berg|gebäude|titel|hersteller|modell|verbrauch|ausgaben|einnahmen|durchschnitt|veränderung|erscheinungsjahr|künstler|beruf|sprache|sprecher|hochschule|studierende|flughafen|passagiere|insel|see|gipfel|gebirge|staat|staaten|beschäftigte|branche|land|bip|ps|pl|sp|pkt|diff|stück|filiale|strasse|straße|unfälle|marke|silber|kunde|sitze|datum|verkauf|verkäufe|m(?:rd|io)\.?|tsd\.?|\p{L}+(?:summe|zahl|medaillen|quote|preis|anteil|fläche|wert|kosten|umsatz))(?:$|[^\p{L}])/iu
/** Words between others that German has, and its neighbours have not. */
const BETWEEN = /\p{L} (?:je|und|für|nach|mit) \p{L}/iu
/** Letters that German has, beside others. */
const UMLAUTS = /[äöüß]/i
/** Letters that other languages have, and German does not. */
const FOREIGN = /[åøæœığşçñãõáíóúàèìòùâêîôûčćšžřůőűłąęńśź]/i

/**
 * The language that a table is written in, as far as a deck can be written in it: German when two of four say so, its
 * title or headings, words between them, its letters and its decimal commas, or most of its headings; else English.
 */
export function languageOf(
  title: string | undefined,
  headers: readonly string[],
  cells: readonly string[],
  mark: DecimalMark,
): Language {
  if (headers.some((header) => FOREIGN.test(header))) return 'en'
  const german = headers.filter((header) => GERMAN.test(header))
  const signs = [
    german.length > 0 || GERMAN.test(title ?? ''),
    headers.some((header) => BETWEEN.test(header)),
    [...headers, ...cells].some((text) => UMLAUTS.test(text)),
    mark === ',',
  ]
  const isSpoken = german.length >= 2 && german.length * 2 >= headers.length
  return isSpoken || signs.filter(Boolean).length >= 2 ? 'de' : 'en'
}

/** Whether a title or a heading has words that only English has. */
export function isEnglish(text: string): boolean {
  return /\b(?:of|the|and|by|per|with|from|sales|revenues?|company|year|population|people)\b/i.test(text)
}

/** Headings of some other languages. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  Spanish: /^(?:ciudad|país|posición|puesto|nombre|población|año|región|valor|visitantes|equipo|puntos|superficie)$/i,
  French: /^(?:ville|pays|rang|nom|population|année|région|valeur|habitants|superficie|équipe|classement)$/i,
  Italian: /^(?:città|paese|nome|popolazione|anno|regione|valore|abitanti|squadra|punti|posizione)$/i,
  Portuguese: /^(?:cidade|país|nome|população|ano|região|valor|posição|equipe|pontos)$/i,
  Dutch: /^(?:stad|land|naam|inwoners|jaar|waarde|gemeente|provincie|oppervlakte|plaats)$/i,
}

/** The language of a table whose sentences can only be in English; undefined where they need no excuse. */
export function otherLanguage(headers: readonly string[]): string | undefined {
  const letters = headers.join('')
  if (/\p{L}/u.test(letters) && !/\p{Script=Latin}/u.test(letters)) return 'another script'
  return Object.keys(OTHERS).find((language) => headers.filter((header) => OTHERS[language]?.test(header)).length >= 2)
}
