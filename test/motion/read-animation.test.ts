import { expect, test } from 'vitest'
import { frameTest, frameValues, readAnimation } from '../../src/motion/animation.ts'
import { createLogger, isVega } from '../../src/motion/vegaSpec.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const read = (chart: unknown) => readAnimation(chart as ChartSpec)
const shown = { filter: frameTest('year') }
const frame = { name: 'anim_value', value: null }
const timer = (select: object) => ({ name: 'clock', select: { type: 'point', ...select } })
const time = (more: object = {}) => ({ encoding: { x: { field: 'a' }, time: { field: 'year', ...more } } })

test.each([
  ['a chart without time', { mark: 'bar', encoding: { x: { field: 'a' } } }],
  ['a parameter that no timer drives', { mark: 'bar', params: [timer({ on: 'click', fields: ['year'] })] }],
  ['a time that is no field', { mark: 'bar', encoding: { time: { value: 5 } } }],
  ['rows that are called so', { mark: 'bar', data: { values: [{ encoding: { time: { field: 'year' } } }] } }],
  ['nothing', null],
])('%s is left as it is', (_, chart) => expect(read(chart)).toEqual({ chart }))

test('a time is a detail of its marks, and one time is shown at a time', () => {
  expect(read({ mark: 'bar', ...time() })).toEqual({
    chart: {
      mark: 'bar',
      transform: [shown],
      encoding: { x: { field: 'a' }, detail: [{ field: 'year', type: 'nominal' }] },
      params: [frame],
    },
    animation: { field: 'year', step: 500 },
  })
})

test('a filter of the author by the timer is the only one', () => {
  const params = [timer({ on: 'timer' }), { name: 'other', value: 1 }]
  const { chart } = read({ params, transform: [{ filter: { param: 'clock' } }, { filter: 'a' }], ...time() })
  expect(chart).toMatchObject({ params: [{ name: 'other', value: 1 }, frame], transform: [shown, { filter: 'a' }] })
  const condition = { param: 'clock', empty: false, value: 'red' }
  expect(read({ params, mark: 'bar', encoding: { color: { condition }, ...time().encoding } }).chart).toMatchObject({
    encoding: { color: { condition: { value: 'red', test: shown.filter } } },
    transform: [shown],
  })
})

test('a timer alone has its field, and drives filters alone', () => {
  const params = [timer({ on: { type: 'timer' }, fields: ['year'] })]
  const { chart, animation } = read({ params, transform: [{ filter: { param: 'clock' } }], mark: 'bar' })
  expect([animation, chart]).toEqual([
    { field: 'year', step: 500 },
    { params: [frame], transform: [shown], mark: 'bar' },
  ])
})

test('a time keeps its unit and type, and stands beside other details', () => {
  const { chart, animation } = read({
    encoding: { detail: { field: 'b' }, time: { field: 'day', timeUnit: 'year', type: 'temporal' } },
  })
  expect(animation?.field).toBe('year_day')
  expect(chart).toMatchObject({ encoding: { detail: [{ field: 'b' }, { field: 'day', type: 'temporal', timeUnit: 'year' }] } })
})

test.each([
  [{}, { step: 500 }],
  [{ range: { step: 200 } }, { step: 200 }],
  [{ range: { step: 0 } }, { step: 500 }],
  [{ range: [0, 9000] }, { step: 500, whole: 9000 }],
  [{ range: [1000, 9000] }, { step: 500, whole: 8000 }],
  [{ range: [9000, 0] }, { step: 500 }],
  [{ domain: [3, 1] }, { step: 500, domain: [3, 1] }],
])('a scale of time with %j goes by as %j', (scale, expected) =>
  expect(read(time({ scale })).animation).toEqual({ field: 'year', ...expected }),
)

test('values of time are those of the rows, in order, or in that of the author', () => {
  const rows = [{ t: 10 }, { t: 9 }, { t: null }, {}, { t: new Date(5) }, { t: 9 }]
  expect(frameValues(rows, { field: 't', step: 1 })).toEqual([5, 9, 10])
  expect(frameValues(rows, { field: 't', step: 1, domain: [10, 7, new Date(5)] })).toEqual([10, 5])
  expect(frameValues([{ t: 'b' }, { t: 'a' }, { t: 'c' }], { field: 't', step: 1 })).toEqual(['a', 'b', 'c'])
})

test.each([
  [{ $schema: 'https://vega.github.io/schema/vega/v6.json' }, true],
  [{ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', marks: [] }, false],
  [{ $schema: 'mine', marks: [] }, true],
  [{ marks: [] }, true],
  [{ marks: [], mark: 'bar' }, false],
  [{ mark: 'bar' }, false],
  [null, false],
])('%j is Vega itself: %s', (chart, expected) => expect(isVega(chart as unknown as ChartSpec)).toBe(expected))

test('what Vega warns of is told, but for what is as its author wants it', () => {
  const said: string[] = []
  const logger = createLogger((message) => said.push(message))
  logger.warn('Infinite extent for field "a"').warn('Something', 'else').error(new Error('broken'))
  logger.info('well').debug('deep')
  logger.error(new TypeError("Cannot read properties of undefined (reading 'datum')"))
  expect(said).toEqual(['Something else', 'broken', expect.stringContaining('found the value `__proto__`')])
  expect([logger.level(), logger.level(3)]).toEqual([2, logger])
})
