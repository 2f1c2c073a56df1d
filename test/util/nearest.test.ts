import { expect, test } from 'vitest'
import { nearest, suggest } from '../../src/util/nearest.ts'

const COLUMNS = ['rank', 'country', 'gdp', 'gdp_per_capita', 'exports_to_us']

test.each([
  ['gpd', 'gdp'],
  ['GDP', 'gdp'],
  ['gdp-per-capita', 'gdp_per_capita'],
  ['contry', 'country'],
  ['exports', 'exports_to_us'],
  ['rnak', 'rank'],
])('%s is near %s', (name, known) => {
  expect(nearest(name, COLUMNS)).toBe(known)
})

test.each(['colour', 'xyz', 'r', ''])('%j is near none', (name) => {
  expect(nearest(name, COLUMNS)).toBeUndefined()
})

test('of two near ones the nearer is named', () => {
  expect(nearest('austria', ['australia', 'austrai'])).toBe('austrai')
})

test('a suggestion lists what is known, once each', () => {
  expect(suggest('gpd', [...COLUMNS, 'gdp'])).toBe('did you mean `gdp`? known: country, exports_to_us, gdp, gdp_per_capita, rank')
  expect(suggest('x', [])).toBe('known: none')
})

test('of many, twelve are listed and all are counted', () => {
  const many = Array.from({ length: 43 }, (_, index) => `name-${String(index).padStart(2, '0')}`)
  expect(suggest('zzzzzz', many)).toBe(`known: ${many.slice(0, 12).join(', ')}, … (43)`)
})
