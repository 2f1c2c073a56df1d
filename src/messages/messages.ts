import { de } from './de.ts'
import { en } from './en.ts'

/** A key or several, and what they do. */
export type KeyHelp = readonly [keys: string, effect: string]

/** A text for each plural form of a language; `{}` is the number. `zero` is said of none in every language. */
export type Counted = { readonly zero: string; readonly other: string } & {
  readonly [form in Exclude<Intl.LDMLPluralRule, 'zero' | 'other'>]?: string
}

/** Everything that the machine itself says to an audience, in one language. The story's own words are the deck's. */
export interface Messages {
  /** A record's rank before its name; `{}` is the number. */
  rank: string
  /** A record's place among all; `{rank}` and `{count}` are the numbers. */
  rankOf: string
  close: string
  /** Names the notices of code and fonts. */
  licences: string
  motion: string
  dark: string
  /** Opens the dialog that finds a part of the story. */
  goTo: string
  jump: {
    /** What is asked for. */
    query: string
    /** The dialogs of the deck and of the reading page, and their lists of what was found. */
    slide: string
    slides: string
    part: string
    parts: string
    /** How many were found. */
    found: Counted
  }
  /** What did not work, and what is offered instead. */
  notice: {
    /** There is nothing of a name, which takes the place of `{}`; that of `{link}` is taken by the nearest. */
    lost: string
    /** The browser has let no window open; `{link}` opens it. */
    blocked: string
    /** What the link says. */
    open: string
  }
  keys: {
    title: string
    key: string
    effect: string
    deck: readonly KeyHelp[]
    read: readonly KeyHelp[]
  }
  deck: {
    acts: string
    controls: string
    previous: string
    next: string
    overview: string
    read: string
    help: string
    /** Offered on small screens. */
    offer: string
  }
  read: {
    story: string
    skip: string
    menu: string
    slides: string
    sameAsSlides: string
    /** On the page of one record. */
    fromHere: string
    /** Leads from a footnote to where it belongs. */
    backToText: string
    copyChart: string
    chartCopied: string
  }
  interactive: {
    /** How a chart is used by keys. */
    keys: string
  }
  /** The QR code of the reading page. */
  qr: {
    title: string
    /** Where nobody else could open it. */
    none: string
  }
  speaker: {
    title: string
    notConnected: string
    /** The deck was closed, left or loaded anew. */
    gone: string
    clock: string
    elapsed: string
    pause: string
    reset: string
    /** To note how long everything takes. */
    rehearse: string
    rehearsed: string
    needed: string
    now: string
    next: string
    notes: string
    slides: string
    previous: string
    black: string
    previousAct: string
    nextAct: string
    /** How many minutes the talk may take. */
    target: string
    /** When the current act should be over; `{act}` and `{time}` are filled in. */
    until: string
    /** By how much the talk is early or late. */
    ahead: string
    behind: string
    end: string
  }
  /** On the page for addresses that lead nowhere. */
  notFound: {
    title: string
    slides: string
  }
  /** On the list of charts to embed. */
  embed: {
    title: string
    how: string
    copy: string
    copied: string
  }
  paper: {
    /** At the foot of each page; `{page}` and `{pages}` are the numbers. */
    page: string
    /** Head of the names, where a deck has named no columns. */
    name: string
  }
}

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
