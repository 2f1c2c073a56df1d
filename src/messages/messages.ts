import { de } from './de.ts'
import { en } from './en.ts'

/** A key or several, and what they do. */
export type KeyHelp = readonly [keys: string, effect: string]

/** A text for each plural form of a language; `{}` is the number. `zero` is said of none in every language. */
export type Counted = { readonly zero: string; readonly other: string } & {
  readonly [form in Exclude<Intl.LDMLPluralRule, 'zero' | 'other'>]?: string
}

/** Everything that the machine itself says to an audience, in one language. */
export type Messages = typeof en

/** Words as a page in the language of its story says them. */
export interface LocalMessages extends Messages {
  /** The language they are in, as BCP 47 has it. */
  lang: string
  /** Attributes of an element that says these words: none, unless they are in another language than the story. */
  mark: string
  /** The same for an element whose place does not depend on its direction, so that its sentences can have their own. */
  sentenceMark: string
  /** Attributes of an element inside such a one that holds text of the story. */
  storyMark: string
}

const TABLES: Readonly<Record<string, Messages>> = { de, en }

/** The machine's words for a story in a language (BCP 47, for example `de-AT`); in English where it does not speak it. */
export function messagesOf(lang: string): LocalMessages {
  const base = localeOf(lang).language
  const own = Object.hasOwn(TABLES, base) ? TABLES[base] : undefined
  if (own) return { ...own, lang, mark: '', sentenceMark: '', storyMark: '' }
  const storyMark = ` lang="${localeOf(lang)}" dir="${directionOf(lang)}"`
  return { ...en, lang: 'en', mark: ' lang="en"', sentenceMark: ' lang="en" dir="ltr"', storyMark }
}

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** Which way a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(localeOf(lang).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** What is no language at all is taken for an undetermined one. */
function localeOf(lang: string): Intl.Locale {
  try {
    return new Intl.Locale(lang)
  } catch {
    return new Intl.Locale('und')
  }
}

/** What the author hears of a language that the machine does not speak; nothing otherwise. */
export function missingMessagesNote(lang: string): string | undefined {
  if (messagesOf(lang).lang === lang) return undefined
  return `found no words of ours in \`${lang}\`, so controls and page numbers are in English; add src/messages/${localeOf(lang).language}.ts and name it in src/messages/messages.ts`
}

/** A record's place among all: `#17 of 43`. */
export function rankAmong({ rankOf }: Messages, { rank }: { rank: number }, records: { length: number }): string {
  return fill(rankOf, { rank, count: records.length })
}

/** Puts values in the places of a text that are named in braces. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w*)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Marks of Unicode around a text that is laid out by its own first letter, from left to right when it has none. */
const [ISOLATE, END] = ['\u2068', '\u2069']
/** Marks that `Intl` itself puts in; an isolated figure needs none. */
const DIRECTIONS = /[\u061c\u200e\u200f]/g

/**
 * Makes what keeps a figure in one piece: in a language (BCP 47) that runs from right to left, its sign and unit keep their places
 * whatever stands beside it. Elsewhere it changes nothing.
 */
export function isolator(lang: string): (figure: string) => string {
  if (directionOf(lang) === 'ltr') return (figure) => figure
  return (figure) => ISOLATE + figure.replaceAll(DIRECTIONS, '') + END
}
