import { type Runtime, View } from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { compileLive } from '../../src/motion/live-chart.ts'
import type { Scene } from '../../src/story/deck.ts'
import { frames } from '../../src/story/frames.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const values = Array.from({ length: 12 }, (_, index) => ({
  tree: `Tree ${index + 1}`,
  height: index + 1,
  place: index % 2 ? 'hill' : 'dale',
}))
const y = { field: 'tree', type: 'nominal' }
const bars = { mark: 'bar', encoding: { x: { field: 'height', type: 'quantitative' }, y } }
const large = { ...bars, encoding: { ...bars.encoding, y: { ...y, axis: { labelFontSize: 20 } } } }
const charts: Record<string, object> = {
  'that fills its area': { data: { values }, ...bars },
  'whose labels have a size of their own': { data: { values }, ...large },
  'of two views whose labels have': {
    data: { values },
    facet: { column: { field: 'place' } },
    spec: large,
    resolve: { scale: { y: 'independent' } },
  },
  'whose configuration has one': { data: { values }, config: { axis: { labelFontSize: 20 } }, ...bars },
}

/** Sizes of the texts of a picture by Vega, in px of the frame. */
function sizesIn(svg: string, zoom: number): string[] {
  return [...svg.matchAll(/font-size="([\d.]+)px"[^>]*>([^<]+)</g)]
    .map(([, size, text]) => `${text} ${(Number(size) * zoom).toFixed(1)}`)
    .sort()
}

test.each(
  Object.entries(charts).flatMap(([name, spec]) => Object.values(frames).map((frame) => [name, frame.id, spec, frame] as const)),
)('a chart %s is as large when it comes alive as its still in %s, and so is its type', async (_name, _frame, spec, frame) => {
  const scene: Scene = { spec: () => spec as ChartSpec, steps: [{ id: 'trees', params: {}, name: 'Trees' }] }
  const still = compileScene('trees', scene, frame).states.get('trees')
  const live = compileLive(scene, 'trees', frame)
  if (!still || !live) throw new Error('nothing is drawn')
  const view = await new View(live.runtime as Runtime, { expr: expressionInterpreter } as object).runAsync()
  const texts = [...still.marks.values()].flatMap((mark) =>
    mark.kind === 'text' ? [`${mark.text} ${mark.size.toFixed(1)}`] : [],
  )
  expect(sizesIn(await view.toSVG(), live.placing.zoom)).toEqual(texts.sort())
})

test('a chart comes alive with what its step sets, can be set to what others do, and stands where it is drawn for its frame', () => {
  const frame = frames.wide
  const spec = {
    data: { values },
    params: [{ name: 'least', value: 0 }],
    transform: [{ filter: 'datum.height > least' }],
    ...bars,
  }
  const whole = { width: frame.width, height: frame.height, padding: 0, autosize: 'none' }
  const steps = ['trees', 'trees/tall', 'other'].map((id, at) => ({ id, params: { least: 4 * at + 4 }, name: id }))
  const placing = (spec: object) => {
    const live = compileLive({ spec: () => spec as ChartSpec, steps }, 'trees', frame)
    expect(live?.steps).toEqual([{ least: 4 }, { least: 8 }])
    const view = new View(live?.runtime as Runtime, { expr: expressionInterpreter } as object)
    expect(view.signal('least')).toBe(4)
    return live?.placing
  }
  expect(placing({ ...spec, ...whole })).toEqual({ zoom: 1, x: 0, y: 0 })
  expect(placing(spec)).not.toEqual({ zoom: 1, x: 0, y: 0 })
})
