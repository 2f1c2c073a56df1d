import { expect, test } from 'vitest'
import type { OpenChart } from '../../src/motion/open-chart.ts'
import { atTime, initialParams, pickParams, runTimes, stopOf } from '../../src/motion/step-params.ts'
import type { Scene, SceneStep } from '../../src/story/deck.ts'

const made = ['concat_0_width', 'x_step', 'unit', 'only_toggle'].map((name) => ({ name, value: 0 }))
const signals = [...made, { name: 'least', value: 0 }, { name: 'only' }, { name: 'sum', update: 'least + 1' }]
const open = { spec: { signals } } as unknown as OpenChart
const step = (id: string, params: object, more: object = {}) => ({ id, params, name: id, ...more }) as SceneStep

function initial(...steps: SceneStep[]) {
  const said: string[] = []
  const params = initialParams({ steps } as unknown as Scene, open, (message) => said.push(message))
  return { params, said }
}

test('every step sets what any step sets, to the value of the chart where it says nothing', () => {
  const [first, second] = [step('one', { least: 5 }), step('two', { only: 'a' })]
  const { params, said } = initial(first, second)
  expect(said).toEqual([])
  expect([pickParams(params, first), pickParams(params, second)]).toEqual([
    { least: 5, only: null },
    { least: 0, only: 'a' },
  ])
})

test.each([
  [{ sum: 1 }, {}, ['step `one` sets `sum`, which is no parameter with a value of the chart; known: least, only']],
  [{ leest: 1 }, {}, [expect.stringContaining('did you mean `least`?')]],
  [{ least: undefined }, {}, ['step `one` sets `least` to undefined, expected a value of the parameter']],
  [{ least: Number.NaN }, {}, ['step `one` sets `least` to NaN, expected a value of the parameter']],
  [{}, { duration: 0, stages: 1 }, []],
  [{}, { stages: 3 }, []],
  [{}, { duration: -1 }, ['step `one` has the duration -1, expected milliseconds from 0 up']],
  [{}, { duration: Infinity }, ['step `one` has the duration Infinity, expected milliseconds from 0 up']],
  [{}, { stages: 0 }, ['step `one` has 0 stages, expected a whole number from 1 to 3']],
  [{}, { stages: 4 }, ['step `one` has 4 stages, expected a whole number from 1 to 3']],
  [{}, { stages: 1.5 }, ['step `one` has 1.5 stages, expected a whole number from 1 to 3']],
])('a step with %j and %j', (params, more, expected) => expect(initial(step('one', params, more)).said).toEqual(expected))

test('a run goes through all times, and of very many through some, both ends and where steps stop', () => {
  const times = (count: number) => ({ field: 'year', step: 500, values: Array.from({ length: count }, (_, index) => index) })
  expect(runTimes(times(120), [7])).toHaveLength(120)
  const some = runTimes(times(1191), [3])
  expect([some.length, some[0], some[1], some[2], some.at(-1)]).toEqual([121, 0, 3, 10, 1190])
})

test('a step stops at the time that it says, else at the last', () => {
  const said: string[] = []
  const stop = (at: unknown, values: unknown[]) =>
    stopOf(step('one', {}, { at }), { field: 'year', values, step: 1 }, (message) => said.push(message))
  expect([stop(undefined, [1, 2]), stop(1, [1, 2]), stop('a', ['a', 'b'])]).toEqual([2, 1, 'a'])
  expect(stop('2020-01-01', [0, Date.UTC(2020, 0)])).toBe(Date.UTC(2020, 0))
  expect(stop('2020-01-01', ['2019', '2020'])).toBeUndefined()
  expect(said).toEqual(['found at = 2020-01-01, expected one of the 2 values of `year`, 2019 to 2020'])
})

test('a time is shown by a parameter of its own', () => expect(Object.values(atTime({ least: 1 }, 1990))).toEqual([1, 1990]))
