import { expect, test } from 'vitest'
import { plainDeck } from '../../src/load/plain-deck.ts'
import { reviveDeck } from '../../src/load/revive-deck.ts'
import type { Deck } from '../../src/story/deck.ts'
import type { Handout } from '../../src/story/handout.ts'
import { shareOf } from '../../src/story/share.ts'
import type { Slide, StoryDeck } from '../../src/story/story.ts'
import { formatProblem } from '../../src/util/diagnostic.ts'

type Row = Deck['records'][number] & { size: number }
const records: Row[] = ['beta', 'alpha'].map((id, index) => ({ id, rank: 2 - index, name: id, size: index + 1 }))
const [beta, alpha] = records as [Row, Row]
const act = { id: 'only', title: 'Only', slides: ['beta', 'alpha'] }
const slides = records.map((record) => ({ id: record.id, act, record })) as unknown as Slide[]

/** A deck whose functions say this of a record, or of a part of the whole. */
function deckThat(say: (id: string) => string): Deck {
  const value = ({ id, size }: Row) => (say(id) === undefined ? undefined : size)
  return {
    title: 'Two',
    records,
    acts: [act],
    describe: (id: string) => ({ figure: { value: say(id), caption: '' }, facts: [] }),
    columns: { missing: '', all: [{ key: 'size', label: '', numeric: true, text: ({ id }: Row) => say(id) }] },
    handout: { bars: { value, share: ({ count }: { count: number }) => say(`${count}`) }, columns: [] },
  } as unknown as Deck
}

/** The deck as another thread has it. */
const sent = (deck: Deck): StoryDeck => reviveDeck(structuredClone(plainDeck(deck, slides).plain))

/** Every function that outputs call, by its name. */
const CALLS: readonly (readonly [name: string, call: (deck: StoryDeck) => unknown])[] = [
  ['describe', (deck) => deck.describe('alpha')],
  ['columns, `size`', (deck) => deck.columns?.all[0]?.text(alpha as never)],
  ['handout.bars.value', (deck) => (deck.handout as unknown as Handout<Row>).bars.value(beta)],
  ['handout.bars.share', (deck) => deck.handout?.bars.share?.(shareOf(records, records, (record) => (record as Row).size))],
]

test.for(CALLS)('%s says there what it says here', ([, call]) => {
  const deck = deckThat((id) => `says ${id}`)
  const here = call(deck as unknown as StoryDeck)
  expect(here).not.toBeUndefined()
  expect(call(sent(deck))).toEqual(here)
})

test.for(CALLS)('%s that throws is told once, by its record', ([name]) => {
  const fault = new RangeError('its own')
  const { problems } = plainDeck(
    deckThat(() => {
      throw fault
    }),
    slides,
  )
  const told = problems.filter(({ message }) => message.startsWith(name))
  expect(told).toHaveLength(1)
  expect(told[0]?.message).toMatch(name.endsWith('share') ? /failed: its own$/ : /of `beta` failed: its own$/)
  expect(told[0]?.cause).toBe(fault)
})

test('what says nothing is told with what was expected', () => {
  expect(
    plainDeck(
      deckThat(() => undefined as never),
      slides,
    ).problems.map(formatProblem),
  ).toEqual([
    'slides/deck.ts describe of `beta`: found `{"figure":{"caption":""},"facts":[]}`, expected { figure: { value, caption }, facts: [{ label, value }, …] }',
    'slides/deck.ts columns, `size` of `beta`: found nothing, expected a text, or null where there is none',
    'slides/deck.ts handout.bars.value of `beta`: found nothing, expected a number',
    'slides/deck.ts handout.bars.share: found nothing, expected a text',
  ])
})

test('every record is asked for once, and nobody else', () => {
  const asked: string[] = []
  const deck = { ...deckThat((id) => String(asked.push(id))), columns: undefined, handout: undefined } as unknown as Deck
  const there = sent(deck)
  there.describe('alpha')
  expect(asked).toEqual(['beta', 'alpha'])
  expect(() => there.describe('nobody')).toThrow('no record has the id `nobody`')
})

test('of records only what outputs need is sent, and nothing that slides and charts are made with', () => {
  const there = sent({ ...deckThat(String), template: () => ({}), scenes: { a: () => 1 } } as unknown as Deck)
  expect(there.records[0]).toEqual({ id: 'beta', rank: 2, name: 'beta' })
  expect(Object.keys(there).toSorted()).toEqual(['acts', 'columns', 'describe', 'handout', 'records', 'title'])
})

test('openers that the handout names are asked for, too, without records that are not there', () => {
  const deck = deckThat((id) => `${id} told`)
  const parts = [{ kind: 'opener', title: '', records: ['alpha', 'nobody'] }]
  const there = sent({ ...deck, handout: { ...deck.handout, sheets: [{ header: '', parts }] } } as unknown as Deck)
  const share = (some: Row[]) => there.handout?.bars.share?.(shareOf(some, records, (record) => (record as Row).size))
  expect([share([alpha]), share(records)]).toEqual(['1 told', '2 told'])
})
