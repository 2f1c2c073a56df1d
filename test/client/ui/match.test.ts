import { expect, test } from 'vitest'
import type { Entry } from '../../../src/client/ui/entries.ts'
import { findEntries } from '../../../src/client/ui/match.ts'

const entries: Entry[] = [
  { index: 0, id: 'start', act: 'Opening', title: 'How many of them?' },
  { index: 1, id: 'cote', act: 'Small', title: 'A first one with 12 things', rank: 12, name: 'Côte Verte' },
  { index: 2, id: 'north-vale', act: 'Small', title: 'North Vale sells much', rank: 2, name: 'North Vale' },
  { index: 3, id: 'vale', act: 'Large', title: 'Vale closes the list', rank: 1, name: 'Vale' },
]

const found = (query: string) => findEntries(entries, query).map(({ id }) => id)

test.each([
  ['an exact rank comes before ranks that begin with it', '1', ['vale', 'cote']],
  ['a rank may be written with its sign', '#12', ['cote']],
  ['a rank is not looked for in headlines', '3', []],
  ['the beginning of a name comes before a later word of it', 'va', ['vale', 'north-vale']],
  ['accents and case do not matter', 'COTE', ['cote']],
  ['a headline is found', 'how many', ['start']],
  ['an act is found', 'small', ['cote', 'north-vale']],
  ['nothing is found for nothing', '  ', []],
  ['nothing is found for what is not there', 'xyz', []],
])('%s', (_, query, expected) => {
  expect(found(query)).toEqual(expected)
})

test('at most eight are listed', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ index, id: `${index}`, act: '', title: 'same' }))
  expect(findEntries(many, 'same')).toHaveLength(8)
})
