import { describe, expect, test } from 'vitest'
import { bears, type Changes, chooseStages, type Factor } from '../../../src/motion/move/stages.ts'

const nothing: Changes = {
  factors: new Set(),
  encoded: new Map(),
  order: {},
  exchanged: new Set(),
  isOtherType: false,
  isSameChart: false,
}

function stagesOf(changes: Partial<Changes>, most?: number): Factor[][] {
  const { stageOf, durations } = chooseStages({ ...nothing, ...changes }, most)
  return durations.map((_, stage) => [...stageOf].filter(([, at]) => at === stage).map(([factor]) => factor))
}

test('a stage bears what was measured', () => {
  const measured = { 400: 0.09, 650: 0.19, 1000: 0.475, 1250: 0.76, 1500: 1.02, 2000: 1.31 }
  for (const [duration, load] of Object.entries(measured)) expect(bears(Number(duration))).toBeCloseTo(load, 2)
})

describe('known good stagings', () => {
  test('both scales with their axes first, then the rows that come', () => {
    expect(stagesOf({ factors: new Set<Factor>(['frame-x', 'frame-y', 'enter']) })).toEqual([['frame-x', 'frame-y'], ['enter']])
  })

  test('the view first, then the marks on their new axis', () => {
    const stages = stagesOf({
      factors: new Set<Factor>(['frame-x', 'frame-y', 'place-y']),
      encoded: new Map([['y', 'added or removed']]),
    })
    expect(stages).toEqual([['frame-x', 'frame-y'], ['place-y']])
  })

  test('the order of bars first, then their heights', () => {
    const stages = stagesOf({ factors: new Set<Factor>(['frame-x', 'place-y']), encoded: new Map([['y', 'replaced']]) })
    expect(stages).toEqual([['frame-x'], ['place-y']])
  })
})

describe('the order of what happens', () => {
  const all = new Set<Factor>(['leave', 'frame-x', 'frame-y', 'place-x', 'place-y', 'paint', 'enter'])

  test('what leaves is never later than what comes', () => {
    const { stageOf } = chooseStages({ ...nothing, factors: all })
    expect(stageOf.get('leave')).toBe(0)
    expect(stageOf.get('enter')).toBe(Math.max(...stageOf.values()))
  })

  test('where axes change places, values go along the names first, unless all is one stage', () => {
    const encoded = new Map([['x', 'replaced'] as const, ['y', 'replaced'] as const])
    const factors = new Set<Factor>(['place-x', 'place-y'])
    expect(stagesOf({ factors, encoded, first: 'y' })).toEqual([['place-y'], ['place-x']])
    expect(stagesOf({ factors, encoded, first: 'y' }, 1)).toEqual([['place-x', 'place-y']])
    expect(stagesOf({ factors, encoded, first: 'y', isOtherType: true })).toEqual([['place-x', 'place-y']])
  })

  test('values that have no room on the next scale change first', () => {
    const { stageOf } = chooseStages({
      ...nothing,
      factors: new Set<Factor>(['frame-y', 'place-y', 'enter', 'leave']),
      order: { y: 'place-first' },
    })
    expect(stageOf.get('place-y')).toBeLessThanOrEqual(stageOf.get('frame-y') ?? -1)
  })

  test.each([
    [['land', 'place-x', 'place-y', 'enter'], {}, ['land'], ['place-x', 'place-y', 'enter']],
    [['leave', 'frame-x', 'place-x', 'enter'], { order: { x: 'together' } }, ['frame-x', 'place-x', 'leave'], ['enter']],
    [['place-x', 'place-y', 'paint', 'frame-x'], { isOtherType: true }, ['frame-x'], ['place-x', 'place-y', 'paint']],
    [['leave', 'place-x', 'enter'], {}, ['leave', 'place-x'], ['enter']],
    [['frame-x', 'enter'], { order: { x: 'frame-first' } }, ['frame-x'], ['enter']],
    [['frame-x', 'paint'], { legend: 'goes' }, ['paint'], ['frame-x']],
  ] satisfies [Factor[], Partial<Changes>, Factor[], Factor[]][])(
    '%j with %j: what is first',
    (factors, changes, first, second) =>
      expect(stagesOf({ ...changes, factors: new Set(factors) })).toEqual(
        [first, second].map((stage) => factors.filter((each) => (stage as Factor[]).includes(each))),
      ),
  )

  test('an author who wants one stage gets one', () => expect(stagesOf({ factors: all }, 1)).toHaveLength(1))
})

describe('durations', () => {
  const total = (changes: Partial<Changes>) =>
    chooseStages({ ...nothing, ...changes }).durations.reduce((sum, each) => sum + each, 0)

  test('a next step of the same chart is short, another chart takes longer', () => {
    const factors = new Set<Factor>(['place-y'])
    expect(total({ factors, isSameChart: true })).toBeLessThanOrEqual(700)
    expect(total({ factors })).toBe(1000)
  })

  test('however much changes, no move takes more than two seconds and no stage less than half a second', () => {
    const factors = new Set<Factor>(['leave', 'frame-x', 'frame-y', 'place-x', 'place-y', 'paint', 'enter'])
    const { durations } = chooseStages({ ...nothing, factors, legend: 'changes' })
    expect(durations.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2000)
    expect(Math.min(...durations)).toBeGreaterThanOrEqual(500)
  })

  test.each([
    [['land'], {}, 1200],
    [['paint'], {}, 1000],
    [['paint'], { legend: 'changes' }, 1050],
    [['enter', 'paint'], {}, 1200],
    [['enter', 'leave'], {}, 1200],
    [['frame-x'], {}, 1000],
    [['frame-x', 'frame-y'], {}, 1150],
    [['place-x', 'place-y'], {}, 1000],
    [['place-x', 'leave'], {}, 1150],
    [['place-x'], { encoded: new Map([['x', 'added or removed' as const]]) }, 1050],
    [['place-x'], { encoded: new Map([['x', 'replaced' as const]]) }, 1250],
    [['place-x'], { isSameChart: true }, 700],
  ] satisfies [Factor[], Partial<Changes>, number][])('%j with %j in one stage', (factors, changes, expected) =>
    expect(chooseStages({ ...nothing, ...changes, factors: new Set(factors) }, 1).durations).toEqual([expected]),
  )

  test('what is the same does not move', () => expect(chooseStages(nothing).durations).toEqual([]))
})
