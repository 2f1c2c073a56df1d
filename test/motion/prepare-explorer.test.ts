import { expect, test } from 'vitest'
import { compileExplorer } from '../../src/motion/prepare-explorer.ts'
import type { Explorer } from '../../src/story/explorer.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const params = [
  { name: 'order', value: ['a'] },
  { name: 'measure', value: 'size' },
  { name: 'focus', value: '' },
]
const plain = {
  params,
  data: { values: [{ id: 'a', size: 3 }] },
  mark: 'bar',
  encoding: { x: { field: 'size', type: 'quantitative' } },
} as const

const explorer = (spec: object): Explorer => ({ spec: spec as Explorer['spec'], labels: {}, measures: ['size'], filter: 'id' })

function problemsOf(spec: object): string[] {
  try {
    compileExplorer(explorer(spec))
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(({ message }) => message)
  }
}

test('a chart is compiled to Vega, and what could override the page is left behind', () => {
  const spec = compileExplorer(explorer({ ...plain, usermeta: { embedOptions: { actions: true, ast: false } } }))
  expect(spec.signals).toMatchObject(params)
  expect(spec.usermeta).toBeUndefined()
  expect(JSON.stringify(spec)).not.toContain('embedOptions')
})

test('a parameter that the page sets must be there', () => {
  expect(problemsOf({ ...plain, params: params.slice(0, 2) })).toEqual([
    'explorer: has no parameter `focus`, which the page sets; add it to `params`',
  ])
})

test('what Vega warns of, and what it cannot read, is told', () => {
  expect(problemsOf({ ...plain, encoding: { x: { field: 'size', type: 'quantitative', scale: { type: 'odd' } } } })).toHaveLength(
    1,
  )
  expect(problemsOf({ ...plain, mark: undefined }).join()).toMatch(/^explorer: /)
})

test('data from an address is refused', () => {
  expect(problemsOf({ ...plain, data: { url: 'https://example.org/a.json' } }).join()).toContain('https://example.org/a.json')
})
