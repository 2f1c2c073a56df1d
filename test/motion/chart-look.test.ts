import { expect, test } from 'vitest'
import { chartLook } from '../../src/motion/chart-look.ts'
import { marksOfUntouched } from './fixtures/untouched.ts'

test('all of a chart that has a length is as much larger as its type', () => {
  const twice = JSON.parse(JSON.stringify(chartLook(10, { isNarrow: true })), (name, value) =>
    typeof value === 'number' && !/Weight|Count|columns|symbolLimit/.test(name) ? value * 2 : value,
  )
  expect(JSON.parse(JSON.stringify(chartLook(20, { isNarrow: true })))).toEqual(twice)
})

test('labels are turned, and legends stand below, where that is asked for', () => {
  const [plain, other] = [chartLook(10), chartLook(10, { isTurned: true, isNarrow: true })]
  expect([plain, other].map(({ axisXDiscrete, legend }) => [axisXDiscrete?.labelAngle, legend?.orient])).toEqual([
    [0, undefined],
    [-90, 'bottom'],
  ])
})

test('the title of an axis stands beyond its longest label', () => {
  const values = [{ statement: 'I am very satisfied with all of these services', share: 0.8 }]
  const encoding = { y: { field: 'statement' }, x: { field: 'share', type: 'quantitative' } }
  const marks = [...marksOfUntouched({ data: { values }, mark: 'bar', encoding }).values()]
  const xOf = (said: string) =>
    marks.flatMap((mark) => (mark.kind === 'text' && mark.text.startsWith(said) ? [mark.x] : []))[0] ?? 0
  expect(xOf('I am') - xOf('statement')).toBeGreaterThan(280)
})
