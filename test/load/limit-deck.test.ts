import { expect, test } from 'vitest'
import { limitDeck } from '../../src/load/limit-deck.ts'
import type { Deck } from '../../src/story/deck.ts'
import type { Handout } from '../../src/story/handout.ts'

type Row = Deck['records'][number]
const records: Row[] = ['beta', 'alpha'].map((id, index) => ({ id, rank: 2 - index, name: id }))
const forever = (): never => {
  for (;;);
}

/** A deck whose functions say this of a record. */
function deckThat(say: (id: string) => string): Deck {
  const bars = { value: ({ id }: Row) => say(id)?.length, share: () => say('share') }
  return {
    records,
    describe: (id: string) => ({ figure: { value: say(id), caption: '' }, facts: [] }),
    columns: { missing: '', all: [{ key: 'size', label: '', numeric: true, text: ({ id }: Row) => say(id) }] },
    handout: { bars, columns: [] },
  } as unknown as Deck
}

/** Every late function of a deck, by its name. */
const CALLS: readonly (readonly [name: string, call: (deck: Deck) => unknown])[] = [
  ['describe', (deck) => deck.describe('alpha').figure.value],
  ['columns, `size`', (deck) => deck.columns?.all[0]?.text(records[1] as never)],
  ['handout.bars.value', (deck) => (deck.handout as unknown as Handout<Row>).bars.value(records[1] as Row)],
  ['handout.bars.share', (deck) => deck.handout?.bars.share?.({ count: 1, before: 0, here: 1, total: 1 })],
]

test.for(CALLS)('%s says what it did', ([, call]) => {
  const deck = deckThat((id) => `says ${id}`)
  expect(call(limitDeck(deck))).toEqual(call(deck))
})

test.for(CALLS)('%s that never ends is named', ([name, call]) => {
  const say = () => call(limitDeck(deckThat(forever), 30))
  expect(say).toThrow(`slides/deck.ts ${name}: it took longer than 0.03 s; look for a loop that never ends`)
})

test.for(CALLS)('%s throws for the record that it throws for', ([, call]) => {
  const fault = new RangeError('its own')
  const deck = deckThat((id) => {
    if (id !== 'beta') throw fault
    return id
  })
  expect(() => call(limitDeck(deck))).toThrow(fault)
})

test.each([
  [
    'describe',
    0,
    'describe of `alpha`: found `{"figure":{"caption":""},"facts":[]}`, expected { figure: { value, caption }, facts: [{ label, value }, …] }',
  ],
  ['a column', 1, 'columns, `size` of `alpha`: found nothing, expected a text, or null where there is none'],
  ['a share', 3, 'handout.bars.share: found nothing, expected a text'],
])('%s that says nothing is told', (_, index, message) => {
  const deck = deckThat(() => undefined as never)
  expect(() => CALLS[index]?.[1](limitDeck(deck))).toThrow(`slides/deck.ts ${message}`)
})

test('every record is asked for once, whoever asks how often', () => {
  const asked: string[] = []
  const deck = limitDeck(deckThat((id) => String(asked.push(id))))
  for (const id of ['alpha', 'beta', 'alpha', 'nobody', 'nobody']) deck.describe(id)
  expect(asked).toEqual(['beta', 'alpha', 'nobody'])
})

test('the same deck is limited once', () => {
  const deck = deckThat(String)
  expect(limitDeck(deck)).toBe(limitDeck(deck))
})
