import { expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { frames } from '../../src/story/frames.ts'

const rows = [
  { x: 1, 'v.1': 0 },
  { x: 2, 'v.1': 500 },
]

function said(scale: object, transform: object[] = []): string[] {
  const y = { field: 'v\\.1', type: 'quantitative', scale: { type: 'log', ...scale } }
  const spec = { data: { values: rows }, transform, mark: 'line', encoding: { x: { field: 'x', type: 'quantitative' }, y } }
  const scene = { spec: () => spec as never, steps: [{ id: 'a', params: {}, name: 'a' }] }
  return compileScene('a', scene, frames.wide).diagnostics.map(({ message }) => message)
}

test('values that a log scale has no place for are told with their field, and every way out that is named works', () => {
  expect(said({})).toEqual([
    expect.stringContaining('found the domain [0,500] on the log scale of `v\\.1`, expected values above zero;'),
  ])
  const [, filter, domain, type] = /with (\{.*\}), .* with ("domainMin": 1), .* type ("symlog")/.exec(said({})[0] ?? '') ?? []
  expect(said({}, [JSON.parse(filter ?? '')])).toEqual([])
  expect(said(JSON.parse(`{${domain}}`))).toEqual([])
  expect(said(JSON.parse(`{"type": ${type}}`))).toEqual([])
})
