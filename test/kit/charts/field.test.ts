import { expect, test } from 'vitest'
import type { CountryRecord } from '../../../data/records.ts'
import { datum, field } from '../../../src/kit/charts/field.ts'

test('a column is checked by the compiler', () => {
  expect(field<CountryRecord>('deficit')).toBe('deficit')
  // @ts-expect-error -- a misspelt column must not compile
  expect(field<CountryRecord>('defict')).toBe('defict')
})

test('a column in an expression is checked too', () => {
  expect(datum<CountryRecord>('rank')).toBe("datum['rank']")
  // @ts-expect-error -- a misspelt column must not compile
  expect(datum<CountryRecord>('rnak')).toBe("datum['rnak']")
})
