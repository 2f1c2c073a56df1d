import { expect, test } from 'vitest'
import type { Entry } from '../../../src/client/ui/entries.ts'
import { findEntries } from '../../../src/client/ui/match.ts'

const entry = (index: number, id: string, title: string, record: Partial<Entry> = {}): Entry => ({
  index,
  id,
  title,
  act: index < 3 ? 'Small' : 'Large',
  otherNames: [],
  aliases: [],
  steps: 0,
  chartSteps: 0,
  state: index,
  ...record,
})

const entries: Entry[] = [
  entry(0, 'start', 'How many of them?'),
  entry(1, 'cote', 'A first one with 12 things', { rank: 12, name: 'Côte Verte' }),
  entry(2, 'north-vale', 'North Vale sells much', { rank: 2, name: 'North Vale' }),
  entry(3, 'vale', 'Vale closes the list', { rank: 1, name: 'Vale' }),
  entry(4, 'chinese-taipei', 'Chips', { rank: 3, name: 'Chinese Taipei', otherNames: ['Taiwan', 'Formosa'] }),
  entry(5, 'trinidad', 'Gas', { rank: 42, name: 'Trinidad & Tobago' }),
  entry(6, 'united-kingdom', 'Ships', { rank: 20, name: 'United Kingdom' }),
  entry(7, 'united-states', 'Corn', { rank: 21, name: 'United States' }),
  entry(8, 'oman', 'Oil', { rank: 30, name: 'Oman' }),
  entry(9, 'romania', 'Tyres', { rank: 31, name: 'Romania' }),
]

const found = (query: string) => findEntries(entries, query).map(({ id }) => id)

test.each([
  ['an exact rank comes before ranks that begin with it', '1', ['vale', 'cote']],
  ['a rank may be said in words', 'rank 12', ['cote']],
  ['a rank may be an ordinal', '12th', ['cote']],
  ['the beginning of a name comes before the middle of one', 'oman', ['oman', 'romania']],
  ['another name is found', 'taiw', ['chinese-taipei']],
  ['& is and', 'trinidad and', ['trinidad']],
  ['and is &', 'trinidad & t', ['trinidad']],
  ['initials are found', 'UK', ['united-kingdom']],
  ['initials with points are found', 'U.S.', ['united-states']],
  ['a common short name is found', 'USA', ['united-states']],
  ['a letter too few', 'romnia', ['romania']],
  ['a letter too many', 'fformosa', ['chinese-taipei']],
  ['another letter', 'rumania', ['romania']],
  ['letters that changed places', 'ormania', ['romania']],
  ['a slip in what is not yet a whole name', 'trinad', ['trinidad']],
  ['a slip in a later word', 'kingdmo', ['united-kingdom']],
  [
    'a slip in a whole name comes before one in the beginning of another, and this before one in a headline',
    'vael',
    ['vale', 'north-vale'],
  ],
  ['words may be begun only', 'n va', ['north-vale']],
  ['two slips are another name', 'rumunia', []],
  ['a slip in a short word is another word', 'omn', []],
  ['a rank may be written with its sign', '#12', ['cote']],
  ['a rank is not looked for in headlines', '9', []],
  ['the beginning of a name comes before a later word of it', 'va', ['vale', 'north-vale']],
  ['accents and case do not matter', 'COTE', ['cote']],
  ['a headline is found', 'how many', ['start']],
  ['an act is found', 'small', ['start', 'cote', 'north-vale']],
  ['nothing is found for nothing', '  ', []],
  ['nothing is found for what is not there', 'xyz', []],
])('%s', (_, query, expected) => {
  expect(found(query)).toEqual(expected)
})

test('at most eight are listed', () => {
  const many = Array.from({ length: 20 }, (_, index) => entry(index, `${index}`, 'same'))
  expect(findEntries(many, 'same')).toHaveLength(8)
})

test('a record that is called by a number is found by it, behind the rank of that number', () => {
  const years = [
    entry(0, 'y-1904', 'A year', { rank: 5, name: '1904' }),
    entry(1, 'y-1909', 'Another', { rank: 19, name: '1909' }),
  ]
  expect(findEntries(years, '1904').map(({ id }) => id)).toEqual(['y-1904'])
  expect(findEntries(years, '19').map(({ id }) => id)).toEqual(['y-1909', 'y-1904'])
})
