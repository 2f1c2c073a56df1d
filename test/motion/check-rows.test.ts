import { expect, test } from 'vitest'
import { checkRows } from '../../src/motion/check-rows.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const height = { field: 'height', type: 'quantitative' }

function said(values: unknown[], y: object = height, rest = {}): { faults: string[]; notes: string[]; values: unknown[] } {
  const notes: string[] = []
  const chart = { mark: 'bar', encoding: { x: { field: 'id' }, y }, ...rest } as unknown as ChartSpec
  return { faults: checkRows([{ name: 'source_0', values }], chart, (note) => notes.push(note)), notes, values }
}

test('what stands for no figure is read as null, and how many there are is noted', () => {
  const { faults, notes, values } = said([{ height: '40' }, { height: 'n/a', id: '-' }, { height: ' – ' }, { height: null }])
  expect(values).toEqual([{ height: '40' }, { height: null, id: '-' }, { height: null }, { height: null }])
  expect(notes).toEqual(['found height = `n/a` in row 2, the first of 2 such cells; read as missing, as null is'])
  expect(faults).toEqual([])
  expect(said([{ height: '' }], { aggregate: 'mean', field: 'height' }).values).toEqual([{ height: null }])
  expect(said([{ height: '' }], { aggregate: 'distinct', field: 'height' }).values).toEqual([{ height: '' }])
})

test('any other text, and a number that is none, is wrong, with its row, once a field', () => {
  expect(said([{ height: 1 }, { height: 'tall' }, { height: 'low' }, { id: Number.NaN }]).faults).toEqual([
    'found height = `tall` in row 2, the first of 2 such cells, expected a number, or null where there is none',
    'found id = `NaN` in row 4, expected a number, or null where there is none',
  ])
  expect(said([5, null]).faults).toEqual(['row 2: found null, expected an object'])
})

test.each([
  ['counted', { ...height, aggregate: 'distinct' }, {}],
  ['written anew by a transform', height, { transform: [{ calculate: 'toNumber(slice(datum.height, 1))', as: 'height' }] }],
  ['read as a date', height, { data: { format: { parse: { height: 'date:%d.%m.%Y' } } } }],
])('texts are no mistake where they are %s', (_, y, rest) => {
  expect(said([{ height: '$5' }], y, rest).faults).toEqual([])
})

test('bins that are far smaller than what lies in them are told', () => {
  const limit = 'expected at most 100000: a chart cannot show more'
  expect(said([{ height: 40 }], { ...height, bin: { step: 1e-5 } }).faults).toEqual([`found 4000000 values at \`bin\`, ${limit}`])
})
