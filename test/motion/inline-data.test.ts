import { describe, expect, test } from 'vitest'
import { bindRows, inlineData } from '../../src/motion/inline-data.ts'
import type { DataFiles } from '../../src/story/slide-chart.ts'
import { marksOfUntouched, untouched } from './fixtures/untouched.ts'

const texts: Record<string, string> = {
  'trees.csv': 'name,height\noak,10\nelm,20\n',
  'trees.tsv': 'name\theight\noak\t10\nelm\t20\n',
  'trees.json': '[{"name":"oak","height":10},{"name":"elm","height":20}]',
  'nested.json': '{"woods":[{"name":"oak","height":10},{"name":"elm","height":20}]}',
  'square.geojson':
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"oak"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}}]}',
  'square.topojson':
    '{"type":"Topology","objects":{"land":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"name":"oak"},"arcs":[[0]]}]}},"arcs":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}',
}
const files: DataFiles = {
  text(address) {
    const text = texts[address]
    if (text === undefined) throw new Error(`found no file \`${address}\``)
    return text
  },
  picture: () => ({ href: 'data:image/png;base64,AAAA', width: 20, height: 10 }),
  stamp: () => '',
}
const options = { files }
const bars = (data: object) => ({
  data,
  mark: 'bar',
  encoding: { x: { field: 'height', type: 'quantitative' }, y: { field: 'name' } },
})
const barsOf = (data: object) =>
  [...marksOfUntouched(bars(data), undefined, options).keys()].filter((key) => key.includes('marks/'))

describe('data that a chart names by address are drawn as if they stood in it', () => {
  test.each([
    { url: 'trees.csv' },
    { url: 'trees.tsv' },
    { url: 'trees.json' },
    { url: 'nested.json', format: { property: 'woods' } },
  ])('%o', (data) => {
    expect(barsOf(data)).toEqual(['trees:marks/oak', 'trees:marks/elm'])
  })

  test.each([
    { url: 'square.geojson', format: { property: 'features' } },
    { url: 'square.topojson', format: { type: 'topojson', feature: 'land' } },
  ])('%o', (data) => {
    const map = { data, mark: 'geoshape', projection: { type: 'mercator' } }
    const shapes = [...marksOfUntouched(map, undefined, options).values()].flatMap((mark) =>
      mark.kind === 'path' ? [mark.d.length] : [],
    )
    expect(shapes).toEqual([expect.toSatisfy((length: number) => length > 9)])
  })
})

test('two frames of one chart draw the same rows, whatever the first writes into them', () => {
  expect(barsOf({ url: 'trees.csv' })).toEqual(barsOf({ url: 'trees.csv' }))
  const signals = [{ name: 'file', value: 'trees.csv' }]
  expect(inlineData({ signals, data: [{ url: { signal: 'file' } }, { url: { signal: 'other' } }] } as never, files)).toHaveLength(
    1,
  )
  const rows = () => {
    const set = { url: 'nested.json', values: { woods: [{ height: 0 }] } }
    expect(inlineData({ data: [set] } as never, files)).toEqual([])
    return set.values.woods
  }
  Object.assign(rows()[0] ?? {}, { height: 99 })
  expect(rows()[0]?.height).toBe(10)
})

test('a file that is not there is told, and so is an address where there are no files', () => {
  const messages = (given: object) =>
    untouched(bars({ url: 'firs.csv' }), undefined, given).diagnostics.map(({ message }) => message)
  expect(messages(options)).toEqual(['chart `trees` (wide): found no file `firs.csv`'])
  expect(messages({}).join()).toContain('found data from `firs.csv`, expected inline values')
})

test('rows take the place of what a named data set has, and a name that it has not is told', () => {
  const spec = { data: [{ name: 'source_0' }, { name: 'trees', url: 'trees.csv', format: { type: 'csv' as const } }] }
  expect(bindRows(spec, { trees: [{ height: 3 }], tree: [] })).toEqual([
    'has no data set `tree`, to which rows are given; did you mean `trees`? known: trees',
  ])
  expect(spec.data[1]).toEqual({ name: 'trees', values: [{ height: 3 }] })
  expect(inlineData({ data: [{ name: 'a', url: { signal: 'b' } }] }, files)).toEqual([
    expect.stringContaining('found an address that is computed ({"signal":"b"})'),
  ])
})

test('pictures are in the chart, in their own proportions', () => {
  const values = [{ x: 1, y: 1, flag: 'oak.png' }]
  const image = {
    data: { values },
    mark: { type: 'image', width: 40 },
    encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' }, url: { field: 'flag' } },
  }
  const [mark] = [...marksOfUntouched(image, undefined, options).values()].filter(({ kind }) => kind === 'image')
  if (mark?.kind !== 'image') throw new Error('no picture')
  expect(mark.href).toBe('data:image/png;base64,AAAA')
  expect(mark.width / mark.height).toBeCloseTo(2)
})
