import { expect, test } from 'vitest'
import type { Edition } from '../../../src/outputs/handout/edition.ts'
import { renderStrip } from '../../../src/outputs/handout/strip.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'

const values = new Map([
  ['a', 1],
  ['b', 10],
  ['c', 100],
  ['d', null],
])
const records = [...values.keys()].map((id, index): RankedRecord => ({ id, rank: values.size - index, name: id }))
const edition = {
  story: { deck: { records } },
  handout: { strip: { column: 'ratio', value: ({ id }: RankedRecord) => values.get(id) ?? null } },
} as unknown as Edition
const strip = (id: string, column = 'ratio') =>
  renderStrip(edition, column, records.find((record) => record.id === id) as RankedRecord)
const own = (svg: string) => Number(/M([\d.]+),0v/.exec(svg)?.[1])

test('a record stands among all that have a figure, on a logarithmic scale', () => {
  for (const id of ['a', 'b', 'c']) expect(strip(id).match(/M[\d.]+,3v6/g)).toHaveLength(3)
  expect(own(strip('b'))).toBeCloseTo((own(strip('a')) + own(strip('c'))) / 2, 2)
  expect(own(strip('c'))).toBeGreaterThan(own(strip('a')))
})

test('another column has none, nor has a record without a figure', () => {
  expect(strip('a', 'size')).toBe('')
  expect(strip('d')).toBe('')
})
