import type { Deck, RankedRecord } from '../story/deck.ts'
import type { Description } from '../story/description.ts'
import type { Handout } from '../story/handout.ts'
import { InputError, shown } from '../util/diagnostic.ts'
import { TookTooLong, withTimeout } from '../util/with-timeout.ts'

const FILE = 'slides/deck.ts'

const limited = new WeakMap<Deck, Deck>()

/**
 * The deck with the functions that are called as outputs are made, each in its time, and with answers that pages can be made of.
 * What they say of the records is asked for all of them at once, since being watched takes longer than an answer. The same deck
 * gives the same object. `patience` is in ms.
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
  const ids = records.map(({ id }) => id)
  const limits: Limits = {
    within: (name, work) => within(name, work, patience),
    ofRecords: (name, say, kind) => precomputed({ name, keys: records, say, kind, patience }),
  }
  const all = columns?.all.map((column) => ({
    ...column,
    text: limits.ofRecords(`columns, \`${column.key}\``, (record) => column.text(record as never), cell),
  }))
  return {
    ...deck,
    describe: precomputed({ name: 'describe', keys: ids, say: (id) => deck.describe(id), kind: description, patience }),
    ...(columns && all && { columns: { ...columns, all } }),
    ...(handout && { handout: limitHandout(handout, limits) }),
  }
}

/** Calls functions of a deck, by the names that their author knows. */
interface Limits {
  within<T>(name: string, work: () => T): T
  ofRecords<T>(name: string, say: (record: RankedRecord) => T, kind: Kind): (record: RankedRecord) => T
}

function limitHandout(handout: Handout<RankedRecord>, limits: Limits): Handout<RankedRecord> {
  const { bars, strip } = handout
  const value = strip && limits.ofRecords('handout.strip.value', (record) => strip.value(record), measure)
  return { ...handout, bars: limitBars(bars, limits), ...(strip && value && { strip: { ...strip, value } }) }
}

function limitBars(bars: Handout<RankedRecord>['bars'], { within, ofRecords }: Limits): Handout<RankedRecord>['bars'] {
  const { value, share } = bars
  return {
    ...bars,
    value: ofRecords('handout.bars.value', (record) => value(record), size),
    ...(share && { share: (part) => within('handout.bars.share', () => checked(share(part), 'handout.bars.share', text)) }),
  }
}

/** What an answer must be. */
interface Kind {
  expected: string
  is(answer: unknown): boolean
}

const text: Kind = { expected: 'a text', is: (answer) => typeof answer === 'string' }
const cell: Kind = { expected: 'a text, or null where there is none', is: (answer) => answer === null || text.is(answer) }
// Bars go from zero to either side.
const size: Kind = { expected: 'a number', is: (answer) => Number.isFinite(answer) }
const measure: Kind = {
  expected: 'a number above zero, or null where there is none',
  is: (answer) => answer === null || (size.is(answer) && Number(answer) > 0),
}
const description: Kind = { expected: '{ figure: { value, caption }, facts: [{ label, value }, …] }', is: isDescription }

function isDescription(answer: unknown): boolean {
  const { figure, facts } = Object(answer) as Partial<Description>
  if (!Array.isArray(facts)) return false
  return [figure?.value, figure?.caption, ...facts.flatMap((fact) => [fact?.label, fact?.value])].every(text.is)
}

function checked<T>(answer: T, name: string, { is, expected }: Kind): T {
  if (is(answer)) return answer
  const found = answer === undefined ? 'nothing' : shown(JSON.stringify(answer) ?? String(answer))
  throw new InputError([{ location: { file: FILE }, message: `${name}: found ${found}, expected ${expected}` }])
}

/** A function of a deck, and all that it will be asked for. */
interface Precomputed<K, T> {
  name: string
  keys: readonly K[]
  say(key: K): T
  kind: Kind
  patience: number | undefined
}

/** What came of asking once. */
type Answer<T> = { value: T } | { error: unknown }

/** Asks for all keys when the first is asked for. What is thrown is thrown to whoever asks for that key. */
function precomputed<K extends string | RankedRecord, T>({ name, keys, say, kind, patience }: Precomputed<K, T>): (key: K) => T {
  const answers = new Map<K, Answer<T>>()
  const ask = (key: K): Answer<T> => {
    try {
      return { value: checked(say(key), `${name} of ${shown(typeof key === 'string' ? key : key.id)}`, kind) }
    } catch (error) {
      return { error }
    }
  }
  return (key) => {
    const open = answers.has(key) ? [] : [...new Set([...keys, key])].filter((each) => !answers.has(each))
    if (open.length > 0) within(name, () => open.forEach((each) => void answers.set(each, ask(each))), patience)
    const answer = answers.get(key) as Answer<T>
    if ('error' in answer) throw answer.error
    return answer.value
  }
}

function within<T>(name: string, work: () => T, patience: number | undefined): T {
  try {
    return withTimeout(work, patience)
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    throw new InputError([{ location: { file: FILE }, message: `${name}: ${error.message}` }])
  }
}
