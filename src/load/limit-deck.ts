import type { Column } from '../column.ts'
import type { Deck, RankedRecord } from '../deck.ts'
import type { Handout } from '../handout.ts'
import { InputError } from '../problem.ts'
import { inTime, TookTooLong } from './in-time.ts'

const limited = new WeakMap<Deck, Deck>()

/**
 * The deck with the functions that are called as outputs are made, each in its time: what they say of the records is asked for
 * all of them at once, since being watched takes longer than an answer. The same deck gives the same object. `patience` is in ms.
 */
export function limitDeck(deck: Deck, patience?: number): Deck {
  const known = limited.get(deck) ?? limit(deck, patience)
  limited.set(deck, known)
  return known
}

function limit(deck: Deck, patience: number | undefined): Deck {
  const { records, columns } = deck
  // The deck's own functions take the deck's own records, and are given nothing else.
  const handout = deck.handout as Handout<RankedRecord> | undefined
  const limits: Limits = {
    within: (name, work) => within(name, work, patience),
    ofRecords: (name, say) => foreseen((work) => within(name, work, patience), records, say),
  }
  const ids = records.map(({ id }) => id)
  const textOf = ({ key, text }: Column<RankedRecord>) => limits.ofRecords(`columns, \`${key}\``, (record) => text(record))
  return {
    ...deck,
    describe: foreseen(
      (work) => within('describe', work, patience),
      ids,
      (id) => deck.describe(id),
    ),
    ...(columns && { columns: { ...columns, all: columns.all.map((column) => ({ ...column, text: textOf(column) })) } }),
    ...(handout && { handout: { ...handout, bars: limitBars(handout.bars, limits) } }),
  }
}

/** Calls functions of a deck, by the names that their author knows. */
interface Limits {
  within<T>(name: string, work: () => T): T
  ofRecords<T>(name: string, say: (record: RankedRecord) => T): (record: RankedRecord) => T
}

function limitBars(bars: Handout<RankedRecord>['bars'], { within, ofRecords }: Limits): Handout<RankedRecord>['bars'] {
  const { value, share } = bars
  return {
    ...bars,
    value: ofRecords('handout.bars.value', (record) => value(record)),
    ...(share && { share: (part) => within('handout.bars.share', () => share(part)) }),
  }
}

/** What came of asking once. */
type Answer<T> = { value: T } | { error: unknown }

/** Asks for all keys when the first is asked for. What is thrown is thrown to whoever asks for that key. */
function foreseen<K, T>(within: (work: () => void) => void, keys: readonly K[], say: (key: K) => T): (key: K) => T {
  const answers = new Map<K, Answer<T>>()
  return (key) => {
    const open = answers.has(key) ? [] : [...new Set([...keys, key])].filter((each) => !answers.has(each))
    if (open.length > 0) within(() => open.forEach((each) => void answers.set(each, ask(say, each))))
    const answer = answers.get(key) as Answer<T>
    if ('error' in answer) throw answer.error
    return answer.value
  }
}

function ask<K, T>(say: (key: K) => T, key: K): Answer<T> {
  try {
    return { value: say(key) }
  } catch (error) {
    return { error }
  }
}

function within<T>(name: string, work: () => T, patience: number | undefined): T {
  try {
    return inTime(work, patience)
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    throw new InputError([{ place: { file: 'slides/deck.ts' }, message: `${name}: ${error.message}` }])
  }
}
