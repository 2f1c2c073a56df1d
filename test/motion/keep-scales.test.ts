import type { Spec } from 'vega'
import { expect, test } from 'vitest'
import type { Animation } from '../../src/motion/animation.ts'
import { frameTest } from '../../src/motion/animation.ts'
import { keepScales } from '../../src/motion/keep-scales.ts'

const filter = { type: 'filter', expr: frameTest('year') }
const other = { type: 'filter', expr: 'datum.size > 1' }

/** The data sets and marks of a chart once its scales are kept, and which sets have the rows of all years. */
function kept(data: object[], marks: object[] = []) {
  const spec = structuredClone({ data, marks })
  const whole = keepScales(spec as unknown as Spec, { field: 'year' } as Animation)
  return { ...spec, whole }
}

test('the filter by the value comes last, for marks alone', () => {
  const { data, marks, whole } = kept(
    [
      { name: 'rows', transform: [filter, other] },
      { name: 'more', source: 'rows', transform: [{ type: 'stack' }] },
      { name: 'apart', transform: [other] },
    ],
    [{ from: { data: 'more' }, marks: [{ from: { facet: { data: 'rows' } } }, {}] }, { from: { data: 'apart' } }],
  )
  expect(whole).toEqual(['rows', 'more'])
  expect(data).toEqual([
    { name: 'rows', transform: [other] },
    { name: 'more', source: 'rows', transform: [{ type: 'stack', groupby: ['year'] }] },
    { name: 'apart', transform: [other] },
    { name: 'rows_shown', source: 'rows', transform: [filter] },
    { name: 'more_shown', source: 'more', transform: [filter] },
  ])
  expect(marks).toEqual([
    { from: { data: 'more_shown' }, marks: [{ from: { facet: { data: 'rows_shown' } } }, {}] },
    { from: { data: 'apart' } },
  ])
})

test('what sums up the rows of a value is left as it is, and what sums them up by value is not', () => {
  const sums = (groupby: string[], transform = [filter, { type: 'aggregate', groupby }]) => kept([{ name: 'a', transform }]).whole
  expect([sums(['name']), sums([]), sums(['year', 'name'])]).toEqual([[], [], ['a']])
  expect(sums([], [{ type: 'aggregate', groupby: ['name'] }, filter])).toEqual(['a'])
})
