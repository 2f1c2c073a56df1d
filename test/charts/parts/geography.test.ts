import { expect, test } from 'vitest'
import { outlineOf } from '../../../charts/parts/geography.ts'
import { records } from '../../../data/records.ts'

test('every country has an outline of its own, and land is all of them', () => {
  for (const { isoNumeric, name } of records)
    expect(outlineOf('countries', isoNumeric).coordinates.length, name).toBeGreaterThan(0)
  expect(outlineOf('land').coordinates.length).toBeGreaterThan(100)
})
