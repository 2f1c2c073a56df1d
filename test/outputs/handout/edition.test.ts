import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { createEdition, defaultSheets, type Telling } from '../../../src/outputs/handout/edition.ts'
import type { Deck } from '../../../src/story/deck.ts'
import type { Story } from '../../../src/story/story.ts'

const { handout, ...undesigned } = deck
const besideOf = (of: Deck) => createEdition({ deck: of, slides: [] } as unknown as Story).edition.beside.map(({ key }) => key)

test('the deck says which columns stand beside a bar', () => {
  expect(besideOf(deck)).toEqual(['deficit', 'exports', 'imports', 'ratio', 'weight'])
})

test('bars alone are enough: the pages are then laid out act by act', () => {
  if (!handout) throw new Error('found no handout, expected the one of the deck')
  const { bars, columns } = handout
  const slides = deck.acts.flatMap((act) =>
    act.slides.map((id) => ({ id, act, record: deck.records.find((one) => one.id === id) })),
  )
  const { edition, diagnostics } = createEdition({ deck: { ...deck, handout: { bars, columns } }, slides } as unknown as Story)
  expect(diagnostics).toEqual([])
  expect(edition.designed).toBe(false)
  expect(edition.sheets.map(({ header }) => header)).toEqual([...deck.acts.map(({ title }) => title), deck.title])
})

test('without a word of it the first figures do', () => {
  expect(besideOf(undesigned)).toEqual(['deficit', 'exports', 'imports', 'gdp', 'gdpPerCapita'])
})

/** A story of one act: so many records, a slide without one, and as many records again. */
function story(count: number, without: readonly string[] = []): Telling {
  const act = { id: 'all', title: 'All', slides: [] }
  const told = (from: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, act, record: { id: `r${from + index}` } }))
  const slides = [...told(0), { id: 'door', act }, ...told(count)]
  return { deck: { title: 'Letters', acts: [act], handout: { without } }, slides } as unknown as Telling
}

/** How many records each table of the act has, and what else there is. */
const partsOf = (count: number, without: readonly string[] = []) =>
  defaultSheets(story(count, without))[0]?.parts.map((part) => (part.kind === 'rows' ? part.records.length : part.kind))

test('records that follow one another are rows of one table', () => {
  expect(partsOf(3)).toEqual(['opener', 3, 'beats', 3])
})

test('what is not for paper is left out, records never, and an act of nothing else has no heading', () => {
  expect(partsOf(2, ['door', 'r0'])).toEqual(['opener', 4])
  expect(defaultSheets(story(0, ['door']))).toHaveLength(1)
})

test('a long table is broken into several', () => {
  expect(partsOf(90)).toEqual(['opener', 42, 42, 6, 'beats', 42, 42, 6])
})

test('the full table comes last', () => {
  expect(defaultSheets(story(1)).at(-1)).toEqual({ header: 'Letters', parts: [{ kind: 'table', caption: 'Letters' }] })
})
