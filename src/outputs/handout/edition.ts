import { wordsOf } from '../../messages/messages.ts'
import type { Column } from '../../story/column.ts'
import type { RankedRecord } from '../../story/deck.ts'
import type { Handout, Sheet } from '../../story/handout.ts'
import type { Slide, Story } from '../../story/story.ts'
import { checkSheets, type HandoutFault } from './check-sheets.ts'
import { defaultSheets } from './default-sheets.ts'

/** What of a story the handout is laid out from. */
export type Telling = Pick<Story, 'deck' | 'slides' | 'files'>

/** A deck's handout with everything looked up: what its parts are rendered from. */
export interface Edition {
  story: Telling
  /** As the deck declares it; undefined when it has none. */
  handout?: Handout<RankedRecord>
  sheets: readonly Sheet[]
  /** Whether the deck has laid out its pages itself; they then stand one by one, else they flow. */
  designed: boolean
  /** All columns of the full table, and those beside each bar. */
  columns: readonly Column<RankedRecord>[]
  beside: readonly Column<RankedRecord>[]
  /** Said where a column has nothing to say. */
  missing: string
  /** Prints the value of a bar. */
  value: (record: RankedRecord) => string
  slides: ReadonlyMap<string, Slide>
  records: ReadonlyMap<string, RankedRecord>
}

/** The columns of a deck that names none. */
function plainColumns(name: string): readonly Column<RankedRecord>[] {
  return [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: name, numeric: false, text: (record) => record.name },
  ]
}

/** Columns that fit beside a name. */
const ROOM = 5

/** Looks up what the handout needs. A deck without one gets an edition act by act. */
export function createEdition(story: Telling): { edition: Edition; diagnostics: HandoutFault[] } {
  const { deck, slides } = story
  // The deck's own functions take the deck's own records, and are given nothing else.
  const handout = deck.handout as Handout<RankedRecord> | undefined
  const columns =
    (deck.columns?.all as readonly Column<RankedRecord>[] | undefined) ?? plainColumns(wordsOf(deck.lang).paper.name)
  const printing = columns.find(({ key }) => key === handout?.bars.column)
  const edition: Edition = {
    story,
    ...(handout && { handout }),
    sheets: handout?.sheets ?? defaultSheets(story),
    designed: handout?.sheets !== undefined,
    columns,
    beside: handout ? columns.filter(({ key }) => handout.columns.includes(key)) : figuresOf(columns),
    missing: deck.columns?.missing ?? '',
    value: (record) => printing?.text(record) ?? '',
    slides: new Map(slides.map((slide) => [slide.id, slide])),
    records: new Map(deck.records.map((record) => [record.id, record])),
  }
  return { edition, diagnostics: checkSheets(edition) }
}

/** The first figures of the table, as many as a row has room for. */
function figuresOf(columns: readonly Column<RankedRecord>[]): Column<RankedRecord>[] {
  return columns.filter(({ key, numeric }) => numeric && key !== 'rank').slice(0, ROOM)
}

/** The records with these ids, in that order. */
export function recordsOf({ records }: Edition, ids: readonly string[]): RankedRecord[] {
  return ids.flatMap((id) => records.get(id) ?? [])
}
