import { describe, expect, test } from 'vitest'
import { records } from '../../data/records.ts'
import { frames } from '../../src/story/frames.ts'
import type { RectMark, StageState } from '../../src/story/mark.ts'
import { compileAll, rects } from './compiled.ts'

const { states } = compileAll(frames.wide)
const billions = (id: string) => (records.find((record) => record.id === id)?.deficit ?? 0) / 1e9
const stepsOf = (scene: string) => [...states].filter(([key]) => key.startsWith(`${scene} `))
const record = (state: StageState, id: string) => state.marks.get(`record/${id}`) as RectMark

describe('the field', () => {
  const area = (state: StageState) => rects(state, 'record', 'square').reduce((sum, { width, height }) => sum + width * height, 0)

  test('has squares of one size on all steps', () => {
    const sides = stepsOf('field').flatMap(([, state]) => rects(state, 'record', 'square', 'box').map(({ height }) => height))
    expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(0.25)
  })

  test('is filled in proportion to the running total', () => {
    const all = area(states.get('field china') as StageState) / records.reduce((sum, { id }) => sum + billions(id), 0)
    expect(area(states.get('field slovenia') as StageState) / all).toBeCloseTo(15, 0)
    expect(area(states.get('field before-china') as StageState) / all).toBeCloseTo(1054.6, -1)
  })

  test('keeps every square where it is', () => {
    const last = states.get('field china') as StageState
    for (const [step, state] of stepsOf('field')) {
      for (const [key, mark] of state.marks) {
        if (!/^(record|square)\//.test(key)) continue
        const { x, y } = last.marks.get(key) as RectMark
        expect(mark, `${step} ${key}`).toMatchObject({ x, y })
      }
    }
  })
})

describe('the ladder', () => {
  const feet = stepsOf('ladder').flatMap(([, state]) => rects(state, 'record').map(({ y, height }) => y + height))

  test('stands on zero', () => expect(Math.max(...feet) - Math.min(...feet)).toBeLessThanOrEqual(0.2))

  test.each(stepsOf('ladder'))('%s is linear', (_, state) => {
    const scale = record(state, 'slovenia').height / billions('slovenia')
    for (const { id } of records) {
      const mark = record(state, id)
      if (mark) expect(mark.height).toBeCloseTo(billions(id) * scale, -0.3)
    }
  })

  test('zooms out by the factor that is printed', () => {
    const [before, after] = ['ladder france', 'ladder tens'].map(
      (step) => record(states.get(step) as StageState, 'france').height,
    )
    expect((before ?? 0) / (after ?? 1)).toBeCloseTo(5, 1)
    const words = [...(states.get('ladder tens') as StageState).marks.values()].flatMap((mark) =>
      mark.kind === 'text' ? mark.text : [],
    )
    expect(words.join()).toContain('1/5 of the scale before')
  })
})

test('portraits of one scale draw a dollar alike, and the change of scale is printed', () => {
  const scales = stepsOf('portrait').flatMap(([key, state]) => {
    const id = key.replace('portrait ', '')
    return billions(id) > 0 ? [{ id, scale: record(state, id).width / billions(id) }] : []
  })
  const before = scales.filter(({ id }) => !['canada', 'mexico'].includes(id)).map(({ scale }) => scale)
  const after = scales.filter(({ id }) => ['canada', 'mexico'].includes(id)).map(({ scale }) => scale)
  for (const scale of before) expect(scale).toBeCloseTo(before[0] ?? 0, 1)
  for (const scale of after) expect(scale).toBeCloseTo((before[0] ?? 0) / 3, 1)
})

test('circles on the map have areas in proportion to their deficits', () => {
  const state = states.get('map map') as StageState
  const perBillion = ({ width }: RectMark, id: string) => width ** 2 / billions(id)
  for (const id of ['cambodia', 'denmark', 'libya']) {
    expect(perBillion(record(state, id), id)).toBeCloseTo(perBillion(record(state, 'switzerland'), 'switzerland'), -0.7)
  }
})

test('the ranking is linear from one zero per column', () => {
  const state = states.get('ranking ranking') as StageState
  const scale = record(state, 'china').width / billions('china')
  for (const { id } of records) expect(record(state, id).width).toBeCloseTo(billions(id) * scale, 0)
  expect(new Set(records.map(({ id }) => record(state, id).x)).size).toBe(2)
})

test('the waterfall stacks all deficits up to their sum', () => {
  const state = states.get('waterfall total') as StageState
  for (const [i, { id }] of records.entries()) {
    const next = records[i + 1]
    if (next) expect(record(state, id).y).toBeCloseTo(record(state, next.id).y + record(state, next.id).height, 0)
  }
})
