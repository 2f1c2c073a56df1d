import { expect, test } from 'vitest'
import { createAmount } from '../../../src/kit/amount.ts'
import type { Narration } from '../../../src/kit/claims/claim.ts'
import { narrateAct } from '../../../src/kit/claims/narrate-act.ts'

const print = createAmount('en')
const values = [1, 2, 3, 4, 10, 20, 30, 40]
const records = values.map((value, index) => ({
  id: `n${index}`,
  rank: values.length - index,
  name: `N${index}`,
  value,
  group: index === 5 ? 'Left' : 'Right',
}))
const first = { id: '', rank: 0, name: '', value: 0, group: 'Right' }
const telling: Narration<(typeof records)[number]> = { lang: 'en', value: ({ value }) => value, print }

test('what an act holds, beside all before it', () => {
  const { headline, body } = narrateAct(records, { ...telling, adds: true }, 4, 1)
  expect(headline).toBe('The last 4 reach from 10 to 40')
  expect(body.replaceAll('\u00a0', ' ')).toBe(
    'The count has come as far as N3, at 4. These 4 make up 91 % of all 8 together, the 4 before them 9.1 %.',
  )
})

test('the group that most of an act are of', () => {
  const said = narrateAct(records, { ...telling, group: ({ group }) => group }, 4, 1)
  expect(said).toEqual({ headline: 'Of the last 4, 3 belong to Right', body: 'The count has come as far as N3, at 4.' })
})

test('an act gives no name away that is still to be told', () => {
  const { headline, body } = narrateAct(records, { ...telling, adds: true }, 6, 3)
  expect(`${headline} ${body}`.match(/N\d/g)).toEqual(['N1'])
})

test('the first act has nothing before it', () => expect(narrateAct(records, { ...telling, adds: true }, 8, 5).body).toBe(''))

test('an act whose values go up and down reaches from its least to its most', () => {
  const mixed = [34, 35, 32, 33, 40, 41].map((value, index) => ({ ...first, id: `m${index}`, rank: 6 - index, value }))
  expect(narrateAct(mixed, telling, 6, 3).headline).toBe('The next 4 reach from 32 to 35')
  const falling = [9, 8, 7].map((value, index) => ({ ...first, id: `f${index}`, rank: 3 - index, value }))
  expect(narrateAct(falling, telling, 3, 1).headline).toBe('The last 3 reach from 9 to 7')
})
