import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { usd } from '../../data/format.ts'
import { by, recordOf, records } from '../../data/records.ts'

const sum = (column: 'deficit' | 'exports' | 'imports') => records.reduce((total, record) => total + record[column], 0)

test('43 countries are told from #43 to #1, deficits rising', () => {
  expect(records.map(({ rank }) => rank)).toEqual(Array.from({ length: 43 }, (_, index) => 43 - index))
  const deficits = records.map(({ deficit }) => deficit)
  expect(deficits).toEqual(deficits.toSorted((a, b) => a - b))
  expect(records[0]?.name).toBe('Libya')
  expect(records.at(-1)?.name).toBe('China')
})

test('columns add up to what the printed figures add up to', () => {
  expect(sum('deficit')).toBe(1_337_300_000_000)
  expect(sum('exports')).toBe(2_595_800_000_000)
  expect(sum('imports')).toBe(1_258_861_100_000)
})

test.each([
  ['libya', '$1.1 billion', '$1.6 billion', '$425.3 million', '$45.1 billion', '$6,173', 'Northern Africa'],
  ['saudi-arabia', '$1.9 billion', '$16.5 billion', '$14.7 billion', '$1.1 trillion', '$32,094', 'Western Asia'],
  ['sri-lanka', '$2.5 billion', '$3.0 billion', '$515.9 million', '$84.4 billion', '$3,828', 'Southern Asia'],
  [
    'russia',
    '$4.3 billion',
    '$4.9 billion',
    '$594.6 million',
    '$2.0 trillion',
    '$13,817',
    'Eastern Europe (including Northern Asia)',
  ],
  ['cambodia', '$11.9 billion', '$12.2 billion', '$325.3 million', '$42.3 billion', '$2,430', 'South-eastern Asia'],
  ['china', '$282.7 billion', '$436.3 billion', '$153.6 billion', '$17.8 trillion', '$12,614', 'Eastern Asia'],
])('%s prints as at the source', (id, ...printed) => {
  const { deficit, exports, imports, gdp, gdpPerCapita, location } = recordOf(id)
  const amounts = [deficit, exports, imports, gdp ?? Number.NaN, gdpPerCapita ?? Number.NaN].map(usd)
  expect([...amounts.map((text) => text.replaceAll('\u00a0', ' ')), location]).toEqual(printed)
})

test('exactly Venezuela and Chinese Taipei have no GDP figures', () => {
  expect(records.filter(({ gdp }) => gdp === null).map(({ id }) => id)).toEqual(['venezuela', 'chinese-taipei'])
  expect(records.filter(({ gdpPerCapita }) => gdpPerCapita === null).map(({ id }) => id)).toEqual(['venezuela', 'chinese-taipei'])
})

test('names become ids, and the names are the source’s', () => {
  expect(by['trinidad-and-tobago']?.name).toBe('Trinidad and Tobago')
  expect(by['chinese-taipei']).toMatchObject({ name: 'Chinese Taipei', iso3: 'TWN', isoNumeric: '158' })
  expect(Object.keys(by)).toHaveLength(43)
})

test('the ISO number of each country is a shape of the world map', () => {
  const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const { objects } = JSON.parse(readFileSync(atlas, 'utf8')) as { objects: { countries: { geometries: { id?: string }[] } } }
  const shapes = new Set(objects.countries.geometries.map(({ id }) => id))
  expect(records.filter(({ isoNumeric }) => !shapes.has(isoNumeric))).toEqual([])
})

test('an unknown id names the nearest', () => {
  expect(() => recordOf('viet-nam')).toThrow(
    /^no record `viet-nam`; did you mean `vietnam`\? known: algeria, austria, .*, … \(43\)$/,
  )
  expect(() => recordOf('toString')).toThrow('no record `toString`')
})
