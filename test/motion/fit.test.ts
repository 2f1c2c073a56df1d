import { describe, expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { plotArea } from '../../src/motion/plot-area.ts'
import { frames } from '../../src/story/frames.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'
import { extentOf, marksOfUntouched, untouched, wide } from './fixtures/untouched.ts'

const values = Array.from({ length: 6 }, (_, index) => ({
  name: `Tree ${index + 1}`,
  height: (index + 1) * 7,
  girth: index,
  wood: index % 2 ? 'hard' : 'soft',
}))
const height = { field: 'height', type: 'quantitative' }
const name = { field: 'name', type: 'nominal' }
const bars = { data: { values }, mark: 'bar', encoding: { x: height, y: name } }
const columns = { data: { values }, mark: 'bar', encoding: { x: name, y: height } }
const faceted = { ...columns, encoding: { ...columns.encoding, column: { field: 'wood', type: 'nominal' } } }
const repeated = {
  data: { values },
  repeat: ['height', 'girth'],
  spec: { mark: 'bar', encoding: { x: { field: { repeat: 'repeat' }, type: 'quantitative' }, y: name } },
}
const stacked = { vconcat: [bars, { hconcat: [columns, columns] }] }
const explicit = { ...bars, width: 500, height: 100 }
const pie = {
  data: { values },
  view: { fill: 'white' },
  mark: { type: 'arc', innerRadius: 20 },
  encoding: { theta: height, color: name },
}
const vega = {
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  width: 300,
  height: 150,
  data: [{ name: 'table', values }],
  marks: [
    {
      type: 'rect',
      from: { data: 'table' },
      encode: { update: { x: { field: 'height' }, width: { value: 258 }, height: { value: 150 }, fill: { value: 'red' } } },
    },
  ],
}
const charts = { bars, columns, faceted, repeated, stacked, explicit, pie, vega }

describe.each(Object.entries(charts))('an untouched chart: %s', (_, spec) => {
  test.each(Object.values(frames))('stands within its area of $id, and fills it one way', (frame) => {
    const area = plotArea(frame)
    const { left, right, top, bottom } = extentOf(marksOfUntouched(spec, frame).values())
    expect(left).toBeGreaterThanOrEqual(area.left - 1)
    expect(right).toBeLessThanOrEqual(area.left + area.width + 1)
    expect(top).toBeGreaterThanOrEqual(area.top - 1)
    expect(bottom).toBeLessThanOrEqual(area.top + area.height + 1)
    const filled = Math.max((right - left) / area.width, (bottom - top) / area.height)
    expect(filled).toBeGreaterThan(0.6)
  })
})

test('type has the size of its medium where there is room', () => {
  const sizes = (frame: (typeof frames)[keyof typeof frames]) =>
    [...marksOfUntouched(bars, frame).values()].flatMap((mark) => (mark.kind === 'text' ? mark.size : []))
  expect(new Set(sizes(frames.wide))).toEqual(new Set([18]))
  expect(new Set(sizes(frames.narrow))).toEqual(new Set([14]))
})

test('type that cannot be read is told, and shrinks before it is', () => {
  const many = (count: number) => ({
    ...bars,
    data: { values: Array.from({ length: count }, (_, i) => ({ name: `Row ${i}`, height: i })) },
  })
  const sizeOf = (count: number) => {
    const { states, notes } = untouched(many(count))
    const label = [...(states.get('only')?.marks ?? [])].find(([key]) => key.includes('axis-left-label'))?.[1]
    return { size: label?.kind === 'text' ? Math.round(label.size) : 0, notes: notes?.length ?? 0 }
  }
  expect(sizeOf(10)).toEqual({ size: 18, notes: 0 })
  expect(sizeOf(25).size).toBeLessThan(18)
  expect(sizeOf(25).notes).toBe(0)
  // Names are thinned before type gets smaller still.
  expect(sizeOf(90)).toEqual({ size: 13, notes: 1 })
})

test('names below an axis lie if there is room for them, and are turned if not', () => {
  const turned = (suffix: string) => {
    const long = { ...columns, data: { values: values.map((row) => ({ ...row, name: row.name + suffix })) } }
    const label = [...marksOfUntouched(long)].find(([key]) => key.includes('axis-bottom-label'))?.[1]
    return label?.kind === 'text' && label.angle
  }
  expect(turned('')).toBeUndefined()
  expect(turned(', with a name that is much longer than its bar is wide')).toBe(-90)
})

test('bars in groups fill the width, too', () => {
  const grouped = { ...columns, encoding: { x: { field: 'wood' }, xOffset: name, y: height } }
  const { left, right } = extentOf([...marksOfUntouched(grouped).values()].filter(({ kind }) => kind === 'rect'))
  expect((right - left) / plotArea(wide).width).toBeGreaterThan(0.5)
})

test('the panels of a facet share the whole height', () => {
  const row = { field: 'third', type: 'nominal' }
  const transform = [{ calculate: 'datum.girth % 3', as: 'third' }]
  const rows = { ...columns, transform, encoding: { ...columns.encoding, row } }
  const { top, bottom } = extentOf(marksOfUntouched(rows).values())
  expect((bottom - top) / plotArea(wide).height).toBeGreaterThan(0.9)
})

test('a map is as large as its area lets it be', () => {
  const corners = [-180, 180].flatMap((longitude) => [-40, 40].map((latitude) => ({ longitude, latitude })))
  const map = {
    data: { values: corners },
    projection: { type: 'equirectangular' },
    mark: { type: 'text', text: 'x' },
    encoding: { longitude: { field: 'longitude' }, latitude: { field: 'latitude' } },
  }
  const { left, right } = extentOf(marksOfUntouched(map).values())
  expect((right - left) / plotArea(wide).width).toBeGreaterThan(0.9)
})

test('a line is as wide as its encoding says, and else as its type asks', () => {
  const widths = (mark: string, encoding: object = {}) =>
    [...marksOfUntouched({ ...columns, mark, encoding: { ...columns.encoding, ...encoding } })].flatMap(([key, mark]) =>
      key.includes('marks') && 'strokeWidth' in mark ? [Math.round(mark.strokeWidth ?? 0)] : [],
    )
  expect(new Set(widths('line', { strokeWidth: { value: 7 } }))).toEqual(new Set([7]))
  expect(new Set(widths('rule', { strokeWidth: { value: 7 } }))).toEqual(new Set([7]))
  expect(new Set(widths('line'))).toEqual(new Set([3]))
  expect(new Set(widths('rule'))).toEqual(new Set([2]))
})

test.each([
  [frames.narrow, 360],
  [frames.short, 360],
  [frames.slim, 320],
])('labels have 12 px on the narrowest phones that show %o', (frame, narrowest) => {
  const sizes = [...marksOfUntouched(columns, frame).values()].flatMap((mark) => (mark.kind === 'text' ? mark.size : []))
  expect((Math.min(...sizes) * narrowest) / frame.width).toBeGreaterThanOrEqual(12)
})

test('an author’s proportions are kept', () => {
  const frame = { ...explicit, config: { view: { stroke: 'black' } } }
  const view = marksOfUntouched(frame).get('trees:frame')
  if (view?.kind !== 'rect') throw new Error('no view')
  expect(view.width / view.height).toBeCloseTo(5, 1)
})

test('a chart of the spec’s own look keeps it, and all else is the page’s', () => {
  const own = { ...bars, config: { bar: { color: 'teal' }, axis: { labelColor: 'navy' } } }
  const marks = marksOfUntouched(own)
  expect([...marks].find(([key]) => key.includes('axis-left-label'))?.[1].fill).toBe('navy')
  expect([...marks].find(([key]) => key.includes('axis-bottom-title'))?.[1].fill).toBe('var(--quiet)')
  expect([...marks].find(([key]) => key.includes('marks/'))?.[1].fill).toBe('teal')
})

test('on a phone a legend of very many names leaves the chart its place, and says how many are left out', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ name: `Tree ${index + 1}`, height: index, girth: index }))
  const color = { field: 'name', type: 'nominal' }
  const spec = { data: { values: many }, mark: 'point', encoding: { x: height, y: { ...height, field: 'girth' }, color } }
  const marks = marksOfUntouched(spec, frames.short)
  const ys = [...marks].flatMap(([key, mark]) => (key.includes('axis-left-tick') && mark.kind === 'rule' ? [mark.y] : []))
  expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(frames.short.height / 3)
  expect([...marks.values()]).toContainEqual(expect.objectContaining({ text: '…46 entries' }))
  const columns = [...marksOfUntouched(spec)].flatMap(([key, mark]) => (key.includes('legend-right-symbol') ? [mark.x] : []))
  expect(new Set(columns.map(Math.round)).size).toBe(2)
  const long = { ...pie, data: { values: values.map((row) => ({ ...row, name: `${row.name}, which has a long name` })) } }
  const rows = [...marksOfUntouched(long, frames.narrow)].flatMap(([key, mark]) =>
    key.includes('legend-bottom-symbol') ? [mark.y] : [],
  )
  expect(new Set(rows.map(Math.round)).size).toBe(values.length / 2)
})

test('colours of a ramp are mixed by the page, those of categories are its own', () => {
  const ramp = { ...bars, encoding: { ...bars.encoding, color: height } }
  const fills = [...marksOfUntouched(ramp)].flatMap(([key, { fill }]) => (key.includes('marks/') ? [fill] : []))
  expect(fills.at(-1)).toBe('var(--ramp-end)')
  expect(fills[2]).toMatch(/^color-mix\(in oklab,var\(--ramp-start\),var\(--ramp-end\) [\d.]+%\)$/)
  const kinds = { ...bars, encoding: { ...bars.encoding, color: { field: 'wood', type: 'nominal' } } }
  const kindFills = [...marksOfUntouched(kinds)].flatMap(([key, { fill }]) => (key.includes('marks/') ? [fill] : []))
  expect(new Set(kindFills)).toEqual(new Set(['var(--category-1)', 'var(--category-2)']))
})

test('steps of one chart share its sizes', () => {
  const spec = {
    ...bars,
    params: [{ name: 'least', value: 0 }],
    transform: [{ filter: 'datum.height > least' }],
    encoding: { ...bars.encoding, x: { ...height, scale: { domain: [0, 42] } } },
  }
  const steps = [0, 20].map((least) => ({ id: `${least}`, params: { least }, name: '' }))
  const { states } = compileTwo(spec, steps)
  const [all, some] = [...states.values()].map(({ marks }) => marks.get('trees:axis-bottom-tick@20'))
  expect(all).toBeDefined()
  expect(some).toMatchObject({ x: all?.x })
})

function compileTwo(spec: object, steps: { id: string; params: Record<string, unknown>; name: string }[]) {
  return compileScene('trees', { spec: () => structuredClone(spec) as ChartSpec, steps, isBeside: false }, wide)
}

test('a chart with a paper of its own brings it along, with ink that is seen on it', () => {
  const marksOn = (background: string) => marksOfUntouched({ ...bars, background })
  const ink = (background: string) => [...marksOn(background)].find(([key]) => key.includes('axis-left-label'))?.[1].fill
  expect([...marksOn('#223')][0]).toEqual(['trees:paper', expect.objectContaining({ kind: 'rect', fill: '#223' })])
  expect([ink('#223'), ink('white'), ink('transparent')]).toEqual(['#a8a297', '#5f5a52', 'var(--quiet)'])
})

test('black is ink on the page’s own paper, but for letters', () => {
  const fillOf = (type: string, layout = {}) => {
    const marks = marksOfUntouched({ ...bars, mark: { type, color: 'black', text: 'a' }, ...layout })
    return [...marks].find(([key]) => key.includes('marks/'))?.[1].fill
  }
  expect([fillOf('bar'), fillOf('text'), fillOf('bar', { background: 'white' })]).toEqual(['var(--ink)', 'black', 'black'])
})
