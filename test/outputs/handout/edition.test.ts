import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { createEdition } from '../../../src/outputs/handout/edition.ts'
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
