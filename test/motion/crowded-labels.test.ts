import type { Spec } from 'vega'
import { expect, test } from 'vitest'
import { hasCrowdedLabels, scalesOfNames } from '../../src/motion/crowded-labels.ts'
import { itemWidth } from '../../src/motion/measure-text.ts'
import type { SceneItem, SceneMark } from '../../src/motion/scenegraph.ts'

const mark = (role: string, items: object[], marktype = 'group') => ({ role, marktype, items }) as unknown as SceneMark
const label = (x: number, more: object = {}) => ({ x, text: 'Word', fontSize: 10, font: 'Source Sans 3', mark: {}, ...more })
const width = itemWidth(label(0) as unknown as SceneItem, 'Word')

/** A chart whose axis below has these labels. */
function chart(labels: object[], axis: object = {}, around: (axis: SceneMark) => SceneMark = (axis) => axis): SceneMark {
  const item = { orient: 'bottom', datum: { scale: 'x' }, items: [mark('axis-label', labels, 'text')], ...axis }
  return mark('frame', [{ items: [around(mark('axis', [item]))] }])
}
const isCrowded = (root: SceneMark) => hasCrowdedLabels(root, new Set(['x']))
const close = [label(0), label(width + 4.9)]

test('labels need half an em between them', () => {
  expect([isCrowded(chart(close)), isCrowded(chart([label(0), label(width + 5.1)]))]).toEqual([true, false])
  expect(isCrowded(chart([label(width + 4.9), label(0), label(900)]))).toBe(true)
  expect(isCrowded(chart([label(0), label(width + 5.1), label(2 * width + 10)]))).toBe(true)
})

test.each([
  ['below another chart', {}, (axis: SceneMark) => mark('scope', [{ items: [axis] }]), true],
  ['above', { orient: 'top' }, undefined, true],
  ['beside it', { orient: 'left' }, undefined, false],
  ['of amounts', { datum: { scale: 'y' } }, undefined, false],
  ['of a legend', {}, (axis: SceneMark) => mark('legend', [{ items: [axis] }]), false],
  ['in groups', { items: [mark('scope', [{ items: [mark('axis-label', close)] }, {}])] }, undefined, true],
])('labels %s', (_, axis, around, expected) => expect(isCrowded(chart(close, axis, around))).toBe(expected))

test('labels that are turned, not seen or of one line have room', () => {
  const beside = (more: object) => isCrowded(chart([label(0), label(width + 4, more)]))
  expect([
    beside({ angle: 90 }),
    beside({ opacity: 0 }),
    beside({ text: ['Wo', 'rd'] }),
    beside({ text: ['W', 'Word'] }),
  ]).toEqual([false, false, false, true])
})

test('scales of names are found at any depth', () => {
  const scales = (type: string) => [{ name: type, type }]
  const spec = { scales: scales('band'), marks: [{ scales: scales('point') }, { marks: [{ scales: scales('linear') }] }] }
  expect([...scalesOfNames(spec as unknown as Spec)]).toEqual(['band', 'point'])
})
