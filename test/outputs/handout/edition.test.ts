import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import type { Deck } from '../../../src/deck.ts'
import { createEdition } from '../../../src/outputs/handout/edition.ts'
import type { Story } from '../../../src/story.ts'

const { handout: _, ...undesigned } = deck
const besideOf = (of: Deck) => createEdition({ deck: of, slides: [] } as unknown as Story).edition.beside.map(({ key }) => key)

test('the deck says which columns stand beside a bar', () => {
  expect(besideOf(deck)).toEqual(['deficit', 'exports', 'imports', 'ratio', 'weight'])
})

test('without a word of it the first figures do', () => {
  expect(besideOf(undesigned)).toEqual(['deficit', 'exports', 'imports', 'gdp', 'gdpPerCapita'])
})
