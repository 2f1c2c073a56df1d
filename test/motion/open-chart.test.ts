import { expect, test } from 'vitest'
import { openForFrame } from '../../src/motion/open-chart.ts'
import { drawOwnSize } from '../../src/motion/own-size.ts'
import { fillingArea } from '../../src/motion/plot-area.ts'
import type { Frame } from '../../src/story/mark.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const frame: Frame = { id: 'wide', width: 200, height: 100 }
const chart = {
  data: { values: [...'abcdefgh'].map((name, size) => ({ name, size })) },
  mark: 'bar',
  encoding: { x: { field: 'name', type: 'nominal' }, y: { field: 'size', type: 'quantitative' } },
}

/** Where a chart of this layout stands, how large it is, and whether its parts may have other sizes. */
function opened(layout: object, kind: object = chart) {
  const said: string[] = []
  const open = openForFrame({ ...kind, ...layout } as ChartSpec, frame, {
    report: (message) => said.push(message),
    area: fillingArea(frame),
  })
  open?.view.run({})
  const size = open?.view.size()
  open?.view.finalize()
  return { isPlaced: open?.area !== undefined, isWhole: open?.isWhole, size, said }
}

test.each([
  ['with the usual room around it', { width: 190, height: 90, autosize: 'none' }, true],
  ['with its own', { width: 180, height: 80, padding: 10, autosize: 'none' }, true],
  ['with its own at some sides', { width: 190, height: 70, padding: { left: 10, top: 30 }, autosize: 'none' }, true],
  [
    'with its own at the others',
    { width: 190, height: 70, padding: { right: 10, bottom: 30 }, autosize: { type: 'none' } },
    true,
  ],
  ['half a px larger', { width: 190.5, height: 90.5, autosize: 'none' }, true],
  ['a px wider', { width: 191, height: 90, autosize: 'none' }, false],
  ['a px lower', { width: 190, height: 89, autosize: 'none' }, false],
  ['of the size without room for axes', { width: 190, height: 90 }, false],
  ['of one side alone', { width: 190, autosize: 'none' }, false],
])('a chart %s is drawn for its frame: %s', (_, layout, isDrawn) => expect(opened(layout).isPlaced).toBe(!isDrawn))

test('any other chart fills its area, in type that fits, whatever it says of its container', () => {
  for (const layout of [{}, { width: 'container', height: 'container' }]) {
    const x = { field: 'size', type: 'quantitative' }
    const { size, isWhole, said } = opened(layout, { ...chart, mark: 'point', encoding: { ...chart.encoding, x } })
    expect([isWhole, said]).toEqual([false, []])
    expect(Math.abs((size?.width ?? 0) - 200)).toBeLessThan(4)
    expect(size?.height).toBeLessThan(101)
  }
})

test('a chart in px is enlarged as a whole', () => {
  expect(opened({}, { ...chart, mark: { type: 'bar', size: 30 } }).isWhole).toBe(true)
})

const vega = {
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  width: 300,
  height: 100,
  signals: [{ name: 'chosen', value: {} }],
  data: [
    { name: 'table', values: [{ name: 'a' }] },
    { name: 'chosen', on: [{ trigger: 'chosen', toggle: '{name: chosen.name}' }] },
  ],
  scales: [{ name: 'kind', type: 'ordinal', domain: { data: 'table', field: 'name' }, range: ['red', 'blue'] }],
  legends: [{ fill: 'kind', encode: { symbols: { update: { size: { signal: 'NaN' } } } } }],
}

test('a chart has the size, and the words of its guides, that Vega gives them, where triggers and what has no place come in', () => {
  const drawn = drawOwnSize('table', vega as ChartSpec, { report: expect.unreachable })
  expect(drawn?.frame.width).toBeGreaterThan(320)
  expect([...(drawn?.state.marks.values() ?? [])].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).toContain('a')
})
