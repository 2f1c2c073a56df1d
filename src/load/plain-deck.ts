import { prepareExplorer } from '../motion/prepare-explorer.ts'
import type { Column, Columns } from '../story/column.ts'
import type { Deck, RankedRecord } from '../story/deck.ts'
import type { Description } from '../story/description.ts'
import type { Explorer, PreparedExplorer } from '../story/explorer.ts'
import type { Bars, Handout } from '../story/handout.ts'
import { recordsIn, type SharePart, shareOf } from '../story/share.ts'
import type { Slide, StoryDeck } from '../story/story.ts'
import { InputError, type Problem, shown } from '../util/diagnostic.ts'
import { progress } from '../util/progress.ts'
import { keyOf } from './revive-deck.ts'

const FILE = 'slides/deck.ts'

/** A deck as values alone: in place of its functions stand their answers, in the order of the records. */
export interface PlainDeck extends Omit<StoryDeck, 'describe' | 'columns' | 'handout'> {
  descriptions: readonly Description[]
  columns?: PlainColumns
  handout?: PlainHandout
}

interface PlainColumns extends Omit<Columns<never>, 'all'> {
  all: readonly (Omit<Column<never>, 'text'> & { texts: readonly (string | null)[] })[]
}

interface PlainHandout extends Omit<Handout<never>, 'bars'> {
  bars: Omit<Bars<never>, 'value' | 'share'> & { values: readonly number[]; shares?: ReadonlyMap<string, string> }
}

/** Asks a deck for all that outputs may ask of it, and tells which answers no page can be made of. */
export function plainDeck(deck: Deck, slides: readonly Slide[]): { plain: PlainDeck; problems: Problem[] } {
  const { records, columns, describe, handout, explorer, format, scenes, components, layouts, template, ...plain } = deck
  const problems: Problem[] = []
  const ask = createQuestions(records, problems)
  const prepared = explorer && prepare(explorer, problems)
  const descriptions = ask('describe', DESCRIPTION, ({ id }) => describe(id))
  return {
    plain: {
      ...plain,
      records: records.map(({ id, rank, name }) => ({ id, rank, name })),
      descriptions,
      ...(prepared && { explorer: prepared }),
      ...(columns && { columns: plainColumns(columns, ask) }),
      // The deck's own functions take the deck's own records, and are given nothing else.
      ...(handout && { handout: plainHandout(handout as Handout<RankedRecord>, deck, slides, ask) }),
    },
    problems,
  }
}

function prepare(explorer: Explorer, problems: Problem[]): PreparedExplorer | undefined {
  progress.at({ file: FILE, what: 'explorer' })
  try {
    return prepareExplorer(explorer)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

function plainColumns({ missing, all }: Columns<never>, ask: Questions): PlainColumns {
  return {
    missing,
    all: all.map((column) => {
      const { key, label, numeric } = column
      return { key, label, numeric, texts: ask(`columns, \`${key}\``, CELL, (record) => column.text(record as never)) }
    }),
  }
}

function plainHandout(
  { bars, ...rest }: Handout<RankedRecord>,
  deck: Deck,
  slides: readonly Slide[],
  ask: Questions,
): PlainHandout {
  const { share, value: _, ...plain } = bars
  const values = ask('handout.bars.value', SIZE, (record) => bars.value(record))
  if (!share) return { ...rest, bars: { ...plain, values } }
  const amounts = new Map(deck.records.map((record, index) => [record, values[index] ?? 0]))
  const parts = openers(rest.sheets, deck, slides).map((records) =>
    shareOf(records, deck.records, (record) => amounts.get(record) ?? 0),
  )
  const words = ask('handout.bars.share', TEXT, (part) => share(part), parts)
  return { ...rest, bars: { ...plain, values, shares: new Map(parts.map((part, index) => [keyOf(part), words[index] ?? ''])) } }
}

/** The records of every opener that a handout may have: those that it names, and those of the acts. */
function openers(sheets: Handout<RankedRecord>['sheets'], { acts, records }: Deck, slides: readonly Slide[]): RankedRecord[][] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const parts = (sheets ?? []).flatMap((sheet) => sheet.parts)
  const named = parts.flatMap((part) => (part.kind === 'opener' ? [part.records ?? []] : []))
  return [...named.map((ids) => ids.flatMap((id) => byId.get(id) ?? [])), ...acts.map((act) => recordsIn(act, slides))].filter(
    (some) => some.length > 0,
  )
}

/** What an answer must be, and what stands in its place when it is not. */
interface Kind<T> {
  expected: string
  is(answer: unknown): boolean
  otherwise: T
}

const isText = (answer: unknown) => typeof answer === 'string'
const TEXT: Kind<string> = { expected: 'a text', is: isText, otherwise: '' }
const CELL: Kind<string | null> = {
  expected: 'a text, or null where there is none',
  is: (answer) => answer === null || isText(answer),
  otherwise: null,
}
// Bars go from zero to either side.
const SIZE: Kind<number> = { expected: 'a number', is: (answer) => Number.isFinite(answer), otherwise: 0 }
const DESCRIPTION: Kind<Description> = {
  expected: '{ figure: { value, caption }, facts: [{ label, value }, …] }',
  is: isDescription,
  otherwise: { figure: { value: '', caption: '' }, facts: [] },
}

function isDescription(answer: unknown): boolean {
  const { figure, facts } = Object(answer) as Partial<Description>
  if (!Array.isArray(facts)) return false
  return [figure?.value, figure?.caption, ...facts.flatMap((fact) => [fact?.label, fact?.value])].every(isText)
}

/** Asks one function of a deck, by the name that its author knows, about all records, or about parts of the whole. */
interface Questions {
  <T>(name: string, kind: Kind<T>, say: (record: RankedRecord) => T): T[]
  <T>(name: string, kind: Kind<T>, say: (part: SharePart) => T, parts: readonly SharePart[]): T[]
}

/** Of each function the first mistake is told; the others are mostly the same one. */
function createQuestions(records: readonly RankedRecord[], problems: Problem[]): Questions {
  return <T, About extends RankedRecord | SharePart>(
    name: string,
    { expected, is, otherwise }: Kind<T>,
    say: (about: About) => T,
    about: readonly About[] = records as readonly RankedRecord[] as readonly About[],
  ): T[] => {
    let isTold = false
    const tell = (problem: Problem) => {
      if (!isTold) problems.push(problem)
      isTold = true
    }
    return about.map((one) => {
      const what = 'id' in one ? `${name} of ${shown(one.id)}` : name
      progress.at({ file: FILE, what })
      try {
        const answer = say(one)
        if (is(answer)) return answer
        tell({ place: { file: FILE }, message: `${what}: found ${foundIn(answer)}, expected ${expected}` })
      } catch (error) {
        tell({
          place: { file: FILE },
          message: `${what} failed: ${error instanceof Error ? error.message : shown(String(error))}`,
          cause: error,
        })
      }
      return otherwise
    })
  }
}

function foundIn(answer: unknown): string {
  return answer === undefined ? 'nothing' : shown(JSON.stringify(answer) ?? String(answer))
}
