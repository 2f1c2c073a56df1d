import { expect, test } from 'vitest'
import { inNamedFamilies } from '../../src/motion/measure-text.ts'
import { chart, marksOf, messagesOf, x, y } from './fixtures/charts.ts'

const key = { field: 'id' }
const one = { values: [{ id: 'oak', height: 20, girth: 2, count: null }] }
const text = (mark: object, encoding: object = {}) =>
  chart([{ name: 'label', data: one, mark: { type: 'text', size: 20, ...mark }, encoding: { x, y, key, ...encoding } }])
const label = (mark: object) => marksOf(text(mark)).get('label/oak')

test('a text has its font, and its anchor at the alphabetic baseline', () => {
  const font = {
    font: 'Source Sans 3',
    fontWeight: 600,
    fontStyle: 'italic',
    align: 'right',
    baseline: 'alphabetic',
    color: 'red',
  }
  expect(label({ text: 'Oak', ...font })).toEqual({
    kind: 'text',
    x: 120,
    y: 60,
    text: 'Oak',
    size: 20,
    family: 'var(--sans)',
    weight: 600,
    italic: true,
    anchor: 'end',
    fill: 'red',
  })
})

test.each([
  ['var(--sans)', [75, 66.6, 55.8, 76.8]],
  ['Helvetica', [76, 66, 56, 77]],
])('other baselines are turned into the alphabetic one of %s, where it is drawn', (font, expected) => {
  const heights = () =>
    ['top', 'middle', 'bottom', 'line-top'].map((baseline) => (label({ text: 'Oak', baseline, font }) as { y: number }).y)
  expect(inNamedFamilies(heights)).toEqual(expected)
  expect(heights()).toEqual([75, 66.6, 55.8, 76.8])
})

test('moves along its own axes when it is turned', () => {
  expect(label({ text: 'Oak', angle: 90, dx: 10, dy: 5, baseline: 'alphabetic' })).toMatchObject({ x: 115, y: 70, angle: 90 })
})

test('lines are marks of their own', () => {
  const marks = marksOf(text({ text: ['An', 'oak'], lineHeight: 24, baseline: 'alphabetic', align: 'center' }))
  expect([...marks].map(([id, mark]) => [id, mark.kind === 'text' && mark.text, mark.y])).toEqual([
    ['label/oak', 'An', 60],
    ['label/oak~2', 'oak', 84],
  ])
})

test('a text that would be cut is a mistake', () => {
  expect(messagesOf(text({ text: 'A very old oak', limit: 50 }))).toEqual([
    'chart `trees`, step `only` (small): mark `label/oak`: the text `A very old oak` is longer than its limit of 50 px; shorten it or set the limit to 0',
  ])
  expect(messagesOf(text({ text: 'Oak', limit: 50 }))).toEqual([])
})

test('a value that is missing is a mistake', () => {
  expect(messagesOf(text({}, { text: { field: 'count' } })).join()).toContain('found the text `null`, expected a value')
  expect(messagesOf(text({ text: { expr: "datum.height * datum.id + ' m'" } })).join()).toContain('found the text `NaN m`')
})

test('of a turned text a hundredth of a pixel is kept: its letters stand on no whole ones', () => {
  const offset = { dx: 0.25, dy: 0, baseline: 'alphabetic' }
  expect(label({ text: 'Oak', ...offset, angle: 90 })).toMatchObject({ y: 60.25 })
  expect(label({ text: 'Oak', ...offset })).toMatchObject({ x: 120.3 })
})
