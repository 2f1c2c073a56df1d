import { describe, expect, test } from 'vitest'
import { createLadder } from '../../../src/kit/charts/ladder.ts'
import { createOverview } from '../../../src/kit/charts/overview.ts'
import type { Ranked } from '../../../src/kit/charts/ranked.ts'
import { compileScene } from '../../../src/motion/compile.ts'
import type { RankedRecord, Scene } from '../../../src/story/deck.ts'
import { frames } from '../../../src/story/frames.ts'
import type { Mark } from '../../../src/story/mark.ts'
import { boxOf } from '../../charts/compiled.ts'

interface Weight extends RankedRecord {
  size: number
}

const SHAPES: [what: string, values: readonly number[]][] = [
  ['one', [5]],
  ['growing', Array.from({ length: 40 }, (_, index) => (index + 1) ** 2)],
  ['falling', Array.from({ length: 40 }, (_, index) => 1 + (40 - index) ** 2)],
  ['below and above zero', Array.from({ length: 40 }, (_, index) => index - 20)],
  ['all zero', [0, 0, 0]],
  ['a mark just before the end', [2e6, 5e6, 9e6, 15.3e6]],
]

function ranked(values: readonly number[]): Ranked<Weight> {
  const records = values.map((size, index) => ({
    id: `r${index}`,
    rank: values.length - index,
    name: index % 7 === 0 ? `A very long name of number ${index}, longer than its column` : `Name ${index}`,
    size,
  }))
  return { records, value: ({ size }) => size, print: (value) => `${value} kg`, title: 'Weight' }
}

describe.each(SHAPES)('%s', (_, values) => {
  const list = ranked(values)
  const acts =
    values.length < 10
      ? [{ from: values.length, to: 1 }]
      : [
          { from: 40, to: 11 },
          { door: 'door', from: 10, to: 1 },
        ]
  const scenes: [string, Scene][] = [
    ['ladder', createLadder(list, acts)],
    ['overview', createOverview(list)],
  ]

  test.each(scenes)('the %s fits every frame', (name, scene) => {
    for (const frame of Object.values(frames)) {
      const { states, diagnostics } = compileScene(name, scene, frame)
      expect(diagnostics).toEqual([])
      expect(states.size).toBe(scene.steps.length)
      for (const { marks } of states.values()) {
        for (const [key, mark] of marks) {
          const { left, right } = boxOf(mark)
          expect([frame.id, key, left >= -0.5 && right <= frame.width + 0.5]).toEqual([frame.id, key, true])
        }
      }
    }
  })
})

test('the newest bar is the signal, on top, and as long as its value says', () => {
  const list = ranked([1, 2, 3, 4])
  const { states } = compileScene('ladder', createLadder(list, [{ from: 4, to: 1 }]), frames.wide)
  const marks = [...(states.get('r3')?.marks ?? [])].filter(([key]) => key.startsWith('record/'))
  const bars = marks.map(([key, mark]) => ({ key, ...(mark as Extract<Mark, { kind: 'rect' }>) })).sort((a, b) => a.y - b.y)
  expect(bars.map(({ key }) => key)).toEqual(['record/r3', 'record/r2', 'record/r1', 'record/r0'])
  expect(bars.map(({ fill }) => fill)).toEqual(['var(--signal)', ...Array(3).fill('var(--mute)')])
  const [first, , , last] = bars
  expect((first?.width ?? 0) / (last?.width ?? 1)).toBeCloseTo(4, 1)
})

test.each(['kg', 'billion kWh/m² a year', 'million inhabitants for each square kilometre'])(
  'labels of the scale stand apart: %s',
  (unit) => {
    const list: Ranked<Weight> = { ...ranked([10, 20, 37]), print: (value) => `${value} ${unit}` }
    for (const frame of Object.values(frames)) {
      const { states } = compileScene('ladder', createLadder(list, [{ from: 3, to: 1 }]), frame)
      const labels = [...(states.get('r2')?.marks ?? [])]
        .filter(([key]) => key.startsWith('ladder:axis-bottom-label'))
        .map(([, mark]) => mark)
      expect(labels.length).toBeGreaterThan(unit === 'kg' ? 1 : 0)
      for (const [index, label] of labels.slice(1).entries())
        expect([frame.id, boxOf(labels[index] as Mark).right < boxOf(label).left]).toEqual([frame.id, true])
    }
  },
)

test('thousands of records share columns, and the chart says so', () => {
  const scene = createOverview(ranked(Array.from({ length: 4300 }, (_, index) => index)))
  const { states } = compileScene('overview', scene, frames.wide)
  const marks = states.get('ranking')?.marks ?? new Map<string, Mark>()
  expect([...marks.keys()].filter((key) => key.startsWith('record/')).length).toBeLessThanOrEqual(400)
  expect([...marks.values()].some((mark) => mark.kind === 'text' && mark.text.includes('a column stands for 11'))).toBe(true)
})

test.each<[string, (list: Ranked<Weight>) => Scene]>([
  ['ladder', (list) => createLadder(list, [{ from: 3, to: 1 }])],
  ['overview', createOverview],
])('where a title is longer than the %s is wide, it is cut, and what is said of the scale stays', (name, create) => {
  const scene = create({
    ...ranked([900, 950, 1000]),
    placing: 'near',
    title: 'Weight of all of them in 2023, of the 2025 report',
  })
  for (const frame of Object.values(frames)) {
    const [state] = compileScene(name, scene, frame).states.values()
    const title = [...(state?.marks.values() ?? [])].find((mark) => mark.kind === 'text' && mark.text.startsWith('Weight'))
    expect([frame.id, title]).toMatchObject([
      frame.id,
      { text: expect.stringMatching(/on a scale that does not begin at zero$/) },
    ])
    expect(boxOf(title as Mark).right).toBeLessThanOrEqual(frame.width)
  }
})

test('dots close around the values begin where the values do, by magnitude they step by powers of ten, and the scale says so', () => {
  const said = (placing: 'near' | 'log', values: readonly number[]) => {
    const list: Ranked<Weight> = { ...ranked(values), placing }
    const { states, diagnostics } = compileScene('ladder', createLadder(list, [{ from: values.length, to: 1 }]), frames.wide)
    expect(diagnostics).toEqual([])
    const marks = [...(states.get(`r${values.length - 1}`)?.marks ?? [])]
    const texts = marks.flatMap(([, mark]) => (mark.kind === 'text' ? [mark.text] : []))
    const at = (id: string) =>
      marks.flatMap(([key, mark]) => (key === `record/${id}` && mark.kind === 'rect' ? [mark.x] : []))[0] ?? 0
    return { texts, at }
  }
  const near = said('near', [900, 950, 1000])
  expect(near.texts).toContain('Weight, on a scale that does not begin at zero')
  expect(near.texts).not.toContain('0 kg')
  const log = said('log', [1, 100, 10_000])
  expect(log.texts).toEqual(expect.arrayContaining(['Weight, on a logarithmic scale', '1 kg', '100 kg', '10000 kg']))
  expect(log.at('r1') - log.at('r0')).toBeCloseTo(log.at('r2') - log.at('r1'), 0)
})

test('two to five groups have a colour each and a key; values on both sides of zero have two', () => {
  const fills = (list: Ranked<Weight>) => {
    const { states } = compileScene('ladder', createLadder(list, [{ from: list.records.length, to: 1 }]), frames.wide)
    const marks = [...(states.get(`r${list.records.length - 1}`)?.marks ?? [])]
    return {
      bars: new Set(marks.flatMap(([key, mark]) => (key.startsWith('record/') ? [mark.fill] : []))),
      key: marks.flatMap(([key, mark]) => (key.startsWith('key_text/') && mark.kind === 'text' ? [mark.text] : [])),
    }
  }
  const grouped = (groups: number): Ranked<Weight> => ({
    ...ranked([1, 2, 3, 4, 5, 6]),
    group: ({ rank }) => `kind ${rank % groups}`,
  })
  expect(fills(grouped(3)).bars).toEqual(new Set(['var(--category-1)', 'var(--category-2)', 'var(--category-3)']))
  expect(fills(grouped(3)).key.toSorted()).toEqual(['kind 0', 'kind 1', 'kind 2'])
  expect(fills(grouped(6)).key).toEqual([])
  expect(fills(ranked([-3, -1, 2, 4])).bars).toEqual(new Set(['var(--side-end)', 'var(--side-start)']))
})
