import { expect, test } from 'vitest'
import type { Ground } from '../../../src/motion/move/ground.ts'
import type { JoinedMark } from '../../../src/motion/move/join-marks.ts'
import { createKeyframes } from '../../../src/motion/move/keyframe.ts'
import type { Side } from '../../../src/motion/move/match.ts'
import type { Changes, Factor } from '../../../src/motion/move/stages.ts'
import { frames } from '../../../src/story/frames.ts'
import type { Mark, RuleMark, TextMark } from '../../../src/story/mark.ts'
import { bands, bar, datum, ground, joins, linear, tick } from '../fixtures/grounds.ts'

const side = (ground: Ground): Side => ({ ground, sources: new Map(), state: { marks: new Map() } }) as unknown as Side
const ALL: Factor[] = ['leave', 'land', 'frame-x', 'frame-y', 'place-x', 'place-y', 'paint', 'enter']

interface Between {
  done?: Factor[]
  factors?: Factor[]
  encoded?: Changes['encoded']
  isFading?: boolean
  others?: JoinedMark[]
}

/** How an element is seen when some of what happens has happened. */
function posed(one: JoinedMark, a: Ground, b: Ground, { done = [], factors = ALL, encoded = new Map(), ...more }: Between = {}) {
  const { isFading = false, others = [] } = more
  const changes = { factors: new Set(factors), encoded, order: {}, exchanged: new Set<string>(), isOtherType: false }
  const setting = { frame: frames.wide, changes: { ...changes, isSameChart: false }, isFading }
  return createKeyframes([one, ...others], side(a), side(b), setting)((factor) => done.includes(factor))(one) as Mark
}

const small = ground({ x: linear('age', [0, 10]), y: linear('size', [0, 10], [100, 0]) })
const large = ground({ x: linear('age', [0, 20]), y: linear('size', [0, 20], [100, 0]) })
const grown = { ...bar, x: 30, y: 20, height: 80, fill: 'blue', radius: 3 }
const both = joins(bar, grown)

test.each([
  [[], bar],
  [['frame-x'], { ...bar, x: 10, width: 5 }],
  [['frame-y'], { ...bar, y: 80, height: 20 }],
  [['place-x'], { ...bar, x: 60, width: 20 }],
  [['place-y'], { ...bar, y: -60, height: 160 }],
  [['frame-x', 'place-x'], { ...bar, x: 30 }],
  [['paint'], { ...bar, fill: 'blue' }],
  [ALL, grown],
] satisfies [Factor[], Mark][])('a bar after %j', (done, expected) =>
  expect(posed(both, small, large, { done })).toEqual(expected),
)

test('corners become round with the last of places and paint', () => {
  const radiusAfter = (done: Factor[]) => posed(both, small, small, { done })
  expect(radiusAfter(['place-x', 'place-y', 'paint'])).toMatchObject({ radius: 3 })
  for (const done of [
    ['place-x', 'place-y'],
    ['place-x', 'paint'],
    ['place-y', 'paint'],
  ] satisfies Factor[][])
    expect(radiusAfter(done)).not.toHaveProperty('radius')
})

test('what stands for another field stays where it stands until it is placed', () => {
  const other = ground({ x: linear('mass') })
  expect(posed(joins(bar, { ...bar, x: 70 }), ground({ x: linear('age') }), other, { done: ['frame-x'] })).toMatchObject({
    x: 20,
  })
})

test('what no scale moves stays where it stands in both, and what one moves goes with it', () => {
  const y = { y: linear('size', [0, 10], [100, 0]) }
  const plain = ground({ x: linear('age'), ...y })
  const broad = (field: string) => ground({ x: linear(field, [0, 10], [0, 200]), ...y }, 200)
  expect(posed(joins(bar, bar), plain, broad('mass'), { done: ['frame-x'] })).toMatchObject({ x: 20, width: 10 })
  expect(posed(joins(bar, bar), plain, broad('age'), { done: ['frame-x'] })).toMatchObject({ x: 40, width: 20 })
})

test('figures are those of the place', () => {
  const text = (text: string, x: number) => ({ kind: 'text', x, y: 5, text, size: 12, fill: 'black' }) as unknown as TextMark
  const one = joins(text('5', 5), text('9', 9), { ...datum, type: 'text' })
  const after = (done: Factor[]) => (posed(one, small, small, { done }) as TextMark).text
  expect([after([]), after(['place-x']), after(['place-y', 'paint']), after(['place-x', 'place-y'])]).toEqual([
    '5',
    '5',
    '5',
    '9',
  ])
})

test.each([
  ['comes up from its baseline', { ...bar, entrance: 'up' as const }, small, false, { y: 100, height: 0 }],
  [
    'comes down from it',
    { ...bar, y: 0, height: 30, entrance: 'up' as const },
    ground({ y: linear('size', [0, 10]) }),
    false,
    { y: 0, height: 0 },
  ],
  ['comes from the left', { ...bar, entrance: 'right' as const }, small, false, { x: 20, width: 0 }],
  ['comes up where no scale is', { ...bar, entrance: 'up' as const }, ground(), false, { y: 100, height: 0 }],
  ['comes from the left where no scale is', { ...bar, entrance: 'right' as const }, ground(), false, { x: 20, width: 0 }],
  [
    'comes unseen with an edge',
    { ...bar, stroke: 'red', entrance: 'up' as const },
    small,
    false,
    { y: 100, height: 0, fillOpacity: 0, strokeOpacity: 0 },
  ],
  ['comes unseen where it does not grow', bar, small, false, { fillOpacity: 0 }],
  ['comes unseen in a chart that fades', { ...bar, entrance: 'up' as const }, small, true, { fillOpacity: 0 }],
])('a bar %s', (_, mark, plot, isFading, expected) => {
  expect(posed(joins(undefined, mark), plot, plot, { isFading })).toEqual({ ...mark, ...expected })
  expect(posed(joins(mark, undefined), plot, plot, { done: ['leave'], isFading })).toEqual({ ...mark, ...expected })
  expect(posed(joins(undefined, mark), plot, plot, { done: ['enter'] })).toEqual(mark)
  expect(posed(joins(mark, undefined), plot, plot)).toEqual(mark)
})

test.each([
  ['what comes is on the ground that there is', joins(undefined, bar), ['enter'], { x: 40, width: 20, y: 20, height: 80 }],
  ['what comes is on its own ground', joins(undefined, bar), ['enter', 'frame-x', 'frame-y'], {}],
  ['what leaves goes with the scales', joins(bar, undefined), ['frame-x', 'frame-y'], { x: 10, width: 5, y: 80, height: 20 }],
  ['a map is where it is', joins(undefined, bar, { ...datum, type: 'shape' }), ['land'], {}],
] satisfies [string, JoinedMark, Factor[], Partial<Mark>][])('%s', (_, one, done, expected) =>
  expect(posed(one, small, large, { done })).toEqual({ ...bar, ...expected }),
)

test('what leaves for a chart of other fields stays where it is', () => {
  const other = ground({ y: linear('mass') }, 200)
  expect(posed(joins(bar, undefined), small, other, { done: ['frame-x', 'frame-y'] })).toEqual(bar)
})

test('members come out of their group, which has no width without its own place', () => {
  const parent = { ...joins({ ...bar, x: 50 }, undefined), key: 'group' }
  const member = { ...joins(undefined, { ...bar, y: 0, height: 6 }), key: 'member', parent: 'group' }
  expect(posed(member, small, small, { others: [parent] })).toEqual({ ...bar, x: 50, fillOpacity: 0 })
  const point = { ...member, target: { ...datum, type: 'symbol' } }
  expect(posed(point, small, small, { others: [parent] })).toMatchObject({ x: 50, y: 77, width: 10, height: 6 })
  const gone = (more: Partial<typeof bar>) =>
    posed({ ...parent, from: { ...bar, ...more } }, small, small, { others: [member], done: ['leave'] })
  expect(gone({})).toEqual({ ...bar, x: 25, width: 0 })
  expect(gone({ entrance: 'right' })).toEqual({ ...bar, y: 80, height: 0, entrance: 'right' })
  expect(gone({ stroke: 'red' })).toMatchObject({ x: 20, width: 10, fillOpacity: 0 })
})

const mark: RuleMark = { kind: 'rule', x: 50, y: 100, x2: 50, y2: 105, stroke: 'grey' }
test.each([
  ['goes with its value', tick('x', 5), [], ['frame-x'], { x: 25, x2: 25, strokeOpacity: 0 }],
  ['is there until then', tick('x', 5), [], [], {}],
  ['without a value stays with the box', tick('x'), [], ['frame-x'], { strokeOpacity: 0 }],
  ['of an axis that is replaced goes with the place', tick('x', 5), [['x', 'replaced']], ['frame-x'], {}],
  ['of an axis that is replaced has gone then', tick('x', 5), [['x', 'replaced']], ['place-x'], { strokeOpacity: 0 }],
] satisfies [string, typeof datum, ['x' | 'y', 'replaced'][], Factor[], Partial<RuleMark>][])(
  'a tick that leaves %s',
  (_, source, encoded, done, expected) =>
    expect(posed(joins(mark, undefined, source), small, large, { done, encoded: new Map(encoded) })).toEqual({
      ...mark,
      ...expected,
    }),
)

test('a tick that comes stands where its value was, and one of bands in the middle of its band', () => {
  expect(posed(joins(undefined, mark, tick('x', 10)), small, large)).toMatchObject({ x: 100, strokeOpacity: 0 })
  const [a, b] = [ground({ x: bands('name', 'abcd') }), ground({ x: bands('name', 'ba') })]
  const band = { ...mark, x: 12.5, x2: 12.5 }
  expect(posed(joins(band, undefined, tick('x', 'a')), a, b, { done: ['frame-x'] })).toMatchObject({
    x: 75,
    strokeOpacity: 0,
  })
})

test('an axis leaves with the rows where the charts have nothing in common', () => {
  const other = ground({ x: linear('mass') })
  const one = joins(mark, undefined, tick('x', 5))
  expect(posed(one, small, other, { done: ['leave'] })).toHaveProperty('strokeOpacity', 0)
  expect(posed(one, small, other, { done: ['frame-x'] })).not.toHaveProperty('strokeOpacity')
  expect(posed(one, small, other, { done: ['frame-x'], factors: ['frame-x', 'enter'] })).toHaveProperty('strokeOpacity', 0)
  expect(posed(one, small, large, { done: ['leave'] })).not.toHaveProperty('strokeOpacity')
})

test('a legend goes as a whole with the edge that it stands at', () => {
  const halved = ground({ x: linear('age', [0, 10], [0, 50]), y: linear('size', [0, 10], [50, 0]) }, 50)
  const entry = { type: 'text', role: 'legend-label', name: '', row: undefined } as unknown as typeof datum
  for (const [x, moved] of [
    [60, 60],
    [110, 60],
  ] as const) {
    const word = { kind: 'text', x, y: 40, text: 'a', size: 12, fill: 'black' } as unknown as TextMark
    expect(posed(joins(word, undefined, entry), small, halved, { done: ['frame-x'] })).toMatchObject({ x: moved, y: 40 })
  }
})

test('a title is painted with all else that has neither row nor axis', () => {
  const title = joins(undefined, mark, { type: 'text', role: 'title-text', name: '' })
  expect(posed(title, small, small)).toHaveProperty('strokeOpacity', 0)
  expect(posed(title, small, small, { done: ['paint'] })).toEqual(mark)
})

test('a factor that is no part of the move goes with the one that it belongs to', () => {
  const after = (factors: Factor[], done: Factor[]) => posed(both, small, small, { factors, done }) as typeof bar
  expect(after(['place-y'], ['place-y'])).toEqual(grown)
  expect(after(['place-y', 'place-x'], ['place-y'])).toMatchObject({ x: 20, y: 20, fill: 'blue' })
  expect(after(['frame-x', 'place-y'], ['place-y'])).toMatchObject({ x: 20, y: 20 })
  expect(after(['enter'], [])).toEqual(bar)
  expect(after([], [])).toEqual(grown)
})
