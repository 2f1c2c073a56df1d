import { expect, test } from 'vitest'
import { rolesOf, shownTexts } from '../../src/load/story-fonts.ts'
import type { Deck } from '../../src/story/deck.ts'
import type { Slide } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'

const slideOf = (html: string) => {
  const [content, empty] = [readTree(html), readTree('')]
  return { id: 'one', title: 'A title', content, body: empty, notes: empty } as unknown as Slide
}
const deck = { title: '', description: '', source: '', acts: [], records: [], describe: () => ({}) } as unknown as Deck
const FORMULA = '<p>so <math><mi>𝑥</mi><mo>∑</mo></math> is</p>'

test('formulas are told apart from the words around them', () => {
  const [first] = shownTexts(deck, [slideOf(FORMULA)], { states: [] })
  expect(first?.texts).toEqual(['A title', 'so is', '', ''])
  expect(first?.formulas).toEqual(['𝑥∑'])
})

test.each([
  ['<p>Words.</p>', ['serif', 'sans']],
  ['<p><code>a</code></p>', ['serif', 'sans', 'mono']],
  [FORMULA, ['serif', 'sans', 'math']],
])('%s needs faces for %s', (html, roles) => expect(rolesOf([slideOf(html)])).toEqual(roles))
