import type { Deck, RankedRecord } from '../story/deck.ts'
import type { Description } from '../story/description.ts'
import type { Handout, Strip } from '../story/handout.ts'
import { expecting, isText, type Kind } from '../story/kinds.ts'
import { InputError, shown } from '../util/diagnostic.ts'
import { remember } from '../util/remember.ts'
import { RunawayCode, withTimeout } from '../util/with-timeout.ts'

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
  const precompute = <K extends string | RankedRecord, T>(name: string, keys: readonly K[], say: (key: K) => T, kind: Kind) =>
    precomputed(name, keys, say, kind, patience)
  const limitBars = ({ value, share, ...bars }: Handout<RankedRecord>['bars']) => ({
    ...bars,
    value: precompute('handout.bars.value', records, (record) => value(record), size),
    ...(share && {
      share: (part: Parameters<typeof share>[0]) =>
        within('handout.bars.share', () => checked(share(part), 'handout.bars.share', text), patience),
    }),
  })
  const limitStrip = ({ value, ...strip }: Strip<RankedRecord>) => ({
    ...strip,
    value: precompute('handout.strip.value', records, (record) => value(record), measure),
  })
  const all = columns?.all.map((column) => ({
    ...column,
    text: precompute(`columns, \`${column.key}\``, records, (record) => column.text(record as never), cell),
  }))
  return {
    ...deck,
    describe: precompute(
      'describe',
      records.map(({ id }) => id),
      (id) => deck.describe(id),
      description,
    ),
    ...(columns && all && { columns: { ...columns, all } }),
    ...(handout && {
      handout: { ...handout, bars: limitBars(handout.bars), ...(handout.strip && { strip: limitStrip(handout.strip) }) },
    }),
  }
}

const saying = (expected: string, is: (answer: unknown) => boolean) =>
  expecting(expected, is, (answer) => (answer === undefined ? 'nothing' : shown(JSON.stringify(answer) ?? String(answer))))

const text = saying('a text', isText)
const cell = saying('a text, or null where there is none', (answer) => answer === null || isText(answer))
// Bars go from zero to either side.
const size = saying('a number', Number.isFinite)
const measure = saying(
  'a number above zero, or null where there is none',
  (answer) => answer === null || (Number.isFinite(answer) && Number(answer) > 0),
)
const description = saying('{ figure: { value, caption }, facts: [{ label, value }, …] }', isDescription)

function isDescription(answer: unknown): boolean {
  const { figure, facts } = Object(answer) as Partial<Description>
  if (!Array.isArray(facts)) return false
  return [figure?.value, figure?.caption, ...facts.flatMap((fact) => [fact?.label, fact?.value])].every(isText)
}

function checked<T>(answer: T, name: string, kind: Kind): T {
  const wrong = kind(answer)
  if (wrong === undefined) return answer
  throw new InputError([{ location: { file: FILE }, message: `${name}: ${wrong}` }])
}

/** Asks for all keys when the first is asked for. What is thrown is thrown to whoever asks for that key. */
function precomputed<K extends string | RankedRecord, T>(
  name: string,
  keys: readonly K[],
  say: (key: K) => T,
  kind: Kind,
  patience: number | undefined,
): (key: K) => T {
  const answers = new Map<K, () => T>()
  const ask = (key: K): (() => T) => {
    try {
      const value = checked(say(key), `${name} of ${shown(typeof key === 'string' ? key : key.id)}`, kind)
      return () => value
    } catch (error) {
      return () => {
        throw error
      }
    }
  }
  return (key) => {
    const askAll = () => {
      for (const each of [...keys, key]) remember(answers, each, () => ask(each))
    }
    if (!answers.has(key)) within(name, askAll, patience)
    return (answers.get(key) as () => T)()
  }
}

function within<T>(name: string, work: () => T, patience: number | undefined): T {
  try {
    return withTimeout(work, patience)
  } catch (error) {
    if (!(error instanceof RunawayCode)) throw error
    throw new InputError([{ location: { file: FILE }, message: `${name}: ${error.message}` }])
  }
}
