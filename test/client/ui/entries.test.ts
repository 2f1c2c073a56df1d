import { expect, test } from 'vitest'
import { type Entry, nameInAddress, resolveName, stepInAddress } from '../../../src/client/ui/entries.ts'

const entry = (index: number, id: string, record: Partial<Entry> = {}): Entry => ({
  ...{ index, id, title: id, act: '', otherNames: [], aliases: [], steps: 0, chartSteps: 0, state: index },
  ...record,
})
const entries = [entry(0, 'start'), entry(1, 'north-vale', { rank: 2, aliases: ['up-there'] }), entry(2, 'vale', { rank: 1 })]

test.each([
  ['#/1', 'north-vale'],
  ['#/99', 'vale'],
  ['#/rank-1', 'vale'],
  ['#/RANK-2', 'north-vale'],
  ['#/Vale', 'vale'],
  ['#/NORTH-VALE', 'north-vale'],
  ['#/vale/', 'vale'],
  ['#/vale/0', 'vale'],
  ['#vale', 'vale'],
  ['#vale/', 'vale'],
  ['#/Up-There', 'north-vale'],
  ['#/north%2Dvale', 'north-vale'],
  ['#/%', undefined],
  ['#/rank-3', undefined],
  ['#/', undefined],
])('the address %s names the slide %s', (hash, id) => {
  expect(resolveName(entries, nameInAddress(hash))?.id).toBe(id)
})

test('an address may say the step of a slide', () => {
  expect(['#/vale', '#/vale/2', '#vale/2/', '#/2'].map(stepInAddress)).toEqual([0, 2, 2, 0])
})
