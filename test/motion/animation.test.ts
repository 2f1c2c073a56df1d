import { describe, expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import type { SceneStep } from '../../src/story/deck.ts'
import { frames } from '../../src/story/frames.ts'
import type { Mark } from '../../src/story/mark.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const rows = ['oak', 'elm', 'ash'].flatMap((tree, index) =>
  [1990, 2000, 2010, 2020].map((year) => ({ tree, year, height: 10 * (index + 1) + (year - 1990) / 10 })),
)
const timer = { name: 'frame', select: { type: 'point', fields: ['year'], on: 'timer' } }
const x = { field: 'height', type: 'quantitative' }

const points = {
  data: { values: rows },
  mark: 'point',
  params: [timer],
  transform: [{ filter: { param: 'frame' } }],
  encoding: { x, color: { field: 'tree' }, time: { field: 'year' } },
}

function compile(spec: object, step: Partial<SceneStep> = {}, isStill = false) {
  const steps = [{ id: 'only', params: {}, name: 'Trees', ...step }]
  const compiled = compileScene('trees', { spec: () => structuredClone(spec) as ChartSpec, steps }, frames.wide, { isStill })
  return { ...compiled, run: compiled.runs?.get('only'), state: compiled.states.get('only') }
}

const data = (marks: ReadonlyMap<string, Mark> | undefined) =>
  [...(marks ?? [])].filter(([key]) => /:(?:marks|layer_\d)\//.test(key))
const ticks = (marks: ReadonlyMap<string, Mark> | undefined) => [...(marks ?? [])].filter(([key]) => key.includes('axis-label'))

describe('a chart with a time encoding', () => {
  test('comes through all values of time, each mark by its own key', () => {
    const { run, state, diagnostics } = compile(points)
    expect(diagnostics).toEqual([])
    expect(run?.states).toHaveLength(4)
    expect(run?.at).toBe(3)
    expect(run?.step).toBe(500)
    expect(state).toBe(run?.states[3])
    const keys = run?.states.map(({ marks }) => data(marks).map(([key]) => key.split('/').at(-1)))
    expect(keys).toEqual(Array(4).fill(['oak', 'elm', 'ash']))
  })

  test('has the scales of all rows at every value', () => {
    const { run } = compile(points)
    for (const { marks } of run?.states ?? []) expect(ticks(marks)).toEqual(ticks(run?.states[0]?.marks))
  })

  test('stops where its step says, and nowhere else', () => {
    expect(compile(points, { at: 2000 }).run?.at).toBe(1)
    expect(compile(points, { at: 2005 }).diagnostics[0]?.message).toMatch(
      /found at = 2005, expected one of the 4 values of `year`, 1990 to 2020/,
    )
    expect(compile({ ...points, params: [], transform: [], encoding: { x } }, { at: 2000 }).diagnostics[0]?.message).toMatch(
      /expected a chart with a `time` encoding/,
    )
  })

  test('may have layers, which Vega-Lite itself refuses', () => {
    const { mark, encoding, ...rest } = points
    const { run, diagnostics } = compile({
      ...rest,
      encoding,
      layer: [{ mark }, { mark: { type: 'text', text: { expr: 'anim_value' } } }],
    })
    expect(diagnostics).toEqual([])
    expect(data(run?.states[1]?.marks).map(([, mark]) => mark.kind === 'text' && mark.text)).toContain('2000')
  })

  test('is stacked value by value', () => {
    const { run } = compile({ ...points, mark: 'bar' })
    const [first] = data(run?.states[0]?.marks)
    const ends = run?.states.map(({ marks }) =>
      Math.max(...data(marks).map(([, mark]) => (mark.kind === 'rect' ? mark.x + mark.width : 0))),
    )
    expect(first?.[1]).toMatchObject({ kind: 'rect' })
    // 60, 63, 66 and 69 on one scale.
    expect(ends?.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0))).toBe(true)
  })

  test('is a rank nobody keeps: what overtakes is the same mark', () => {
    const { run } = compile({
      ...points,
      mark: 'bar',
      transform: [
        { window: [{ op: 'row_number', as: 'rank' }], sort: [{ field: 'height', order: 'descending' }], groupby: ['year'] },
        { filter: { param: 'frame' } },
      ],
      encoding: { x, y: { field: 'rank', type: 'ordinal' }, time: { field: 'year' } },
    })
    expect(
      data(run?.states[0]?.marks)
        .map(([key]) => key.split('/').at(-1))
        .sort(),
    ).toEqual(['ash', 'elm', 'oak'])
  })

  test('of very many values shows evenly chosen ones, and says so', () => {
    const values = Array.from({ length: 500 }, (_, index) => ({ day: index, height: index % 7 }))
    const { run, notes } = compile({ data: { values }, mark: 'tick', encoding: { x, time: { field: 'day' } } }, { at: 333 })
    expect(run?.states.length).toBeLessThanOrEqual(121)
    expect(notes?.join()).toMatch(/found 500 values of `day`, of which it comes through 12\d, evenly chosen/)
  })

  test('is drawn once where nothing moves', () => {
    const { run, state } = compile(points, {}, true)
    expect(run?.states).toHaveLength(1)
    expect(data(state?.marks)).toEqual(data(compile(points).state?.marks))
  })
})
