import { expect, test } from 'vitest'
import {
  EnvironmentError,
  formatDiagnostic,
  formatDiagnostics,
  InputError,
  shown,
  UsageError,
} from '../../src/util/diagnostic.ts'

const at = (file: string, line: number, column = 1) => ({ location: { file, line, column }, message: 'is wrong' })

test('a diagnostic prints as much of its location as is known', () => {
  expect(formatDiagnostic({ message: 'is wrong' })).toBe('is wrong')
  expect(formatDiagnostic({ location: { file: 'a.mdx' }, message: 'is wrong' })).toBe('a.mdx is wrong')
  expect(formatDiagnostic({ location: { file: 'a.mdx', line: 3 }, message: 'is wrong' })).toBe('a.mdx:3 is wrong')
  expect(formatDiagnostic(at('a.mdx', 3, 7))).toBe('a.mdx:3:7 is wrong')
})

test('the diagnostics of a file stand together, from its top', () => {
  expect(formatDiagnostics([at('b.csv', 10), at('a.mdx', 2), at('b.csv', 9, 5), at('b.csv', 9, 2)]).split('\n')).toEqual([
    'b.csv:9:2 is wrong',
    'b.csv:9:5 is wrong',
    'b.csv:10:1 is wrong',
    'a.mdx:2:1 is wrong',
    '4 problems',
  ])
})

test('one diagnostic is not counted, the same one is told once', () => {
  expect(formatDiagnostics([at('a.mdx', 1)])).toBe('a.mdx:1:1 is wrong')
  expect(formatDiagnostics([at('a.mdx', 1), at('a.mdx', 1)])).toBe('a.mdx:1:1 is wrong')
})

test.each([
  [20, 21, '20 problems'],
  [21, 22, '21 problems'],
])('of %d diagnostics %d lines are printed', (count, lines, last) => {
  const printed = formatDiagnostics(Array.from({ length: count }, (_, index) => at('a.mdx', index + 1))).split('\n')
  expect(printed).toHaveLength(lines)
  expect(printed.at(-1)).toBe(last)
  expect(printed.includes('… and 1 more')).toBe(count === 21)
})

test('errors are known by their names, and InputError says every diagnostic', () => {
  const diagnostics = [at('a.mdx', 1), at('a.mdx', 2)]
  expect(new InputError(diagnostics)).toMatchObject({ name: 'InputError', diagnostics, message: formatDiagnostics(diagnostics) })
  expect([new EnvironmentError('x').name, new UsageError('x').name]).toEqual(['EnvironmentError', 'UsageError'])
})

test.each([
  ['', 'nothing'],
  ['12,5', '`12,5`'],
  ['a\nb\tc\r', '`a\\nb\\tc\\r`'],
  ['\u001b[31mred\u200b\u00a0', '`\\u001b[31mred\\u200b\\u00a0`'],
  ['é日😀', '`é日😀`'],
  ['x'.repeat(60), `\`${'x'.repeat(60)}\``],
  ['x'.repeat(61), `\`${'x'.repeat(60)}…\``],
  [`${'x'.repeat(59)}😀y`, `\`${'x'.repeat(59)}\uFFFD…\``],
])('%j is shown as %s', (value, expected) => {
  expect(shown(value)).toBe(expected)
})
