import { expect, test } from 'vitest'
import { renderTable, verdict } from './render-table.ts'

test('figures stand right, under their heads', () => {
  const rows = [
    { what: 'whole', found: 2.345, unit: 's', most: 2 },
    { what: 'frames', found: 9.6, unit: 'fps', least: 9, note: 'of 60' },
  ] as const
  expect(renderTable({ title: 'Build', rows }).split('\n')).toEqual([
    'Build',
    '           found     goal  verdict',
    '  whole   2.35 s    ≤ 2 s  missed, 1.17×',
    '  frames  10 fps  ≥ 9 fps  met            of 60',
  ])
})

test('columns without content are left out', () => {
  expect(renderTable({ title: 'Sizes', rows: [{ what: 'a', found: 1, unit: 'KB' }] })).toBe('Sizes\n      found\n  a  1.0 KB')
})

test('a goal of nothing is met by nothing alone', () => {
  expect(verdict({ what: '', unit: '', found: 0, most: 0 })).toBe('met')
  expect(verdict({ what: '', unit: '', found: 1, most: 0 })).toBe('missed')
})

test('what could not be measured has missed its goal', () => {
  expect(verdict({ what: '', unit: 's', found: undefined, most: 1 })).toBe('missed')
  expect(verdict({ what: '', unit: 's', found: undefined })).toBe('')
})
