import { messagesOf } from '../../messages/messages.ts'
import type { RankedRecord } from '../../story/deck.ts'
import type { Column } from '../../story/description.ts'
import type { Handout, Part, Sheet } from '../../story/handout.ts'
import type { Slide, Story } from '../../story/story.ts'
import { type Scale, scaleFor, type Ticks, ticksFor } from './bars.ts'
import { checkSheets, type HandoutFault } from './check-handout.ts'

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
  /** What all bars share, and all strips where there are some. */
  scale: Scale
  ticks?: Ticks
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
    (deck.columns?.all as readonly Column<RankedRecord>[] | undefined) ?? plainColumns(messagesOf(deck.lang).paper.name)
  const printing = columns.find(({ key }) => key === handout?.bars.column)
  const edition: Edition = {
    story,
    ...(handout && { handout }),
    sheets: handout?.sheets ?? defaultSheets(story),
    designed: handout?.sheets !== undefined,
    columns,
    beside: handout ? columns.filter(({ key }) => handout.columns.includes(key)) : figuresOf(columns),
    missing: deck.columns?.missing ?? '',
    scale: scaleFor(deck.records, handout?.bars),
    ...(handout?.strip && { ticks: ticksFor(deck.records, handout.strip.value) }),
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

/** Rows after which a table ends and another begins with heads of its own; about three pages. */
const ROWS = 42

/** Height of a figure in px. */
const FIGURE = 320

/** The handout that nobody has designed: act by act, in the order of telling, and a table of all records. */
export function defaultSheets({ deck, slides }: Telling): Sheet[] {
  const without = new Set(deck.handout?.without)
  const acts = deck.acts.flatMap(({ id, title }): Sheet[] => {
    const told = slides.filter((slide) => slide.act.id === id && (slide.record || !without.has(slide.id)))
    if (told.length === 0) return []
    const parts: Part[] = [{ kind: 'opener', title, records: told.flatMap(({ record }) => record?.id ?? []) }]
    for (const slide of told) add(parts, slide)
    return [{ header: title, parts }]
  })
  return [...acts, { header: deck.title, parts: [{ kind: 'table', caption: deck.title }] }]
}

/** Rows that follow one another make one table. */
function add(parts: Part[], { id, record, stage }: Slide): void {
  const last = parts.at(-1)
  if (!record) {
    parts.push({ kind: 'beats', slides: [id] })
    if (stage) parts.push({ kind: 'figure', slide: id, height: FIGURE })
  } else if (last?.kind === 'rows' && last.records.length < ROWS) {
    parts[parts.length - 1] = { kind: 'rows', records: [...last.records, record.id] }
  } else parts.push({ kind: 'rows', records: [record.id] })
}
