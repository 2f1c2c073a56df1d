import { expect, test } from 'vitest'
import { minutesByAct } from '../../../src/client/speaker/rehearsal.ts'

test('what slides needed is told by act, in minutes to a tenth, in the order of telling', () => {
  expect(minutesByAct([30_000, 45_000, 0, 121_000], ['start', 'start', 'middle', 'end'])).toEqual([
    ['start', 1.3],
    ['end', 2],
  ])
})
