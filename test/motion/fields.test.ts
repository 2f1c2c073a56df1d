import { expect, test } from 'vitest'
import { createFieldCheck } from '../../src/motion/fields.ts'
import type { SceneMark } from '../../src/motion/scenegraph.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const VEGA = 'https://vega.github.io/schema/vega/v6.json'
const mark = (...rows: unknown[]) => ({ items: rows.map((datum) => ({ datum })) }) as unknown as SceneMark

/** What is said of a chart whose marks have these rows. */
function said(chart: object, rows: unknown[] = [{ size: 1, name: 'A' }], data: unknown[] = []): string[] {
  const check = createFieldCheck(chart as ChartSpec, data as never)
  check.visit(mark(...rows))
  return check.diagnostics()
}
const using = (...fields: string[]) => ({ encoding: Object.fromEntries(fields.map((field, index) => [`x${index}`, { field }])) })

test('a field that no row has is told once, with its mark and the nearest known one', () => {
  expect(said({ name: 'bars', ...using('sise', 'size', 'sise') })).toEqual([
    'mark `bars`: no row has the field `sise`; did you mean `size`? known: name, size',
  ])
  expect(said(using('sise'))).toEqual(['no row has the field `sise`; did you mean `size`? known: name, size'])
  expect(
    said({
      name: 'all',
      layer: [
        { name: 'one', ...using('a') },
        { name: 'two', ...using('a', 'b') },
      ],
    }),
  ).toEqual([
    expect.stringContaining('mark `one`: no row has the field `a`'),
    expect.stringContaining('mark `two`: no row has the field `b`'),
  ])
})

test('fields of rows, of data sets, of paths and of expressions are known', () => {
  expect(said(using('size', 'name.first', "name['x']", 'name[0]'))).toEqual([])
  expect(said({ ...using('deep'), data: { values: [{ deep: 1 }] } })).toEqual([])
  expect(said({ ...using('set', 'a'), datasets: { a: [{ set: 1 }] } })).toEqual([])
  expect(said(using('late'), [null, 5], [{ name: 'a', values: [{ late: 1 }] }, { name: 'b' }])).toEqual([])
  expect(said({ transform: [{ calculate: 'datum.size * datum["name"] + datum.gone', as: 'made' }], ...using('made') })).toEqual([
    'no row has the field `gone`; known: made, name, size',
  ])
  expect(said({ transform: [{ bin: true, field: 'size', as: ['from', 'to'] }], ...using('from', 'to') })).toEqual([])
  expect(said(using('a\\.b'), [{ 'a.b': 1 }])).toEqual([])
  expect(said(using('a.b'), [{ 'a.b': 1 }])).toEqual(['no row has the field `a`; a dot in a name is written "a\\\\.b"'])
  expect(said({ transform: [{ calculate: 'isNumber(datum.gone) ? datum.gone : 1', as: 'made' }] })).toEqual([])
})

test('what transforms make has the names that they give it', () => {
  expect(said(using('*', 'count', 'sum_size', 'size_end', 'max_size', 'size_range', 'value'))).toEqual([])
  expect(said(using('sum_none', 'none_end', 'x'))).toHaveLength(3)
  expect(said({ $schema: VEGA, ...using('x', 'startAngle', 'depth') })).toEqual([])
})

test('rows of axes, legends and configs are not those of the chart', () => {
  const other = { labelExpr: 'datum.none' }
  expect(said({ encoding: { x: { field: 'size', axis: other, legend: other } }, config: { a: other }, title: other })).toEqual([])
  expect(said({ encoding: { x: { field: 'size', other } } })).toHaveLength(1)
})

test('names that were made of a field are not offered for it', () => {
  const made = {
    sum_a: 1,
    sum_a_end: 2,
    bin_maxbins_6_a_range: '',
    sum_sizes: 1,
    size_b: 2,
    sizes: undefined,
    __count: 2,
    pivot: 1,
  }
  const outlines = { type: 'Topology', objects: {}, arcs: [] }
  expect(said(using('sizes'), [made], [{ values: [{ a: 1, a_b: 2, size: 3 }] }, { values: outlines }])).toEqual([
    'no row has the field `sizes`; did you mean `size`? known: a, a_b, pivot, size',
  ])
})

test('where there is no row at all, that is told, once', () => {
  expect(said(using('size', 'name'), [])).toEqual([
    'its data has no rows, expected some with `size`, `name`; fill `values`, check its file, or give rows to the data that it names',
  ])
})

test('a field of a scale is told with the scale, and not with a mark that nobody made', () => {
  const scales = [{ name: 'color', domain: { data: 'trees', field: 'sise' } }]
  expect(said({ $schema: VEGA, scales })).toEqual([
    'scale `color`: no row has the field `sise`; did you mean `size`? known: name, size',
  ])
})
