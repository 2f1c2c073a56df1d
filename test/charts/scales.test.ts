import { describe, expect, test } from 'vitest'
import { dollarsSoldPerDollarBought } from '../../data/figures.ts'
import { records } from '../../data/records.ts'
import { colour } from '../../src/kit/charts/theme.ts'
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
    const sides = stepsOf('field').flatMap(([, state]) =>
      [
        ...rects(state, 'record', 'square'),
        ...[...state.marks].flatMap(([key, mark]) => (key === 'box/unit' && mark.kind === 'rect' ? [mark] : [])),
      ].map(({ height }) => height),
    )
    expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(0.25)
  })

  test('is filled in proportion to the running total', () => {
    const all = area(states.get('field china') as StageState) / records.reduce((sum, { id }) => sum + billions(id), 0)
    expect(area(states.get('field slovenia') as StageState) / all).toBeCloseTo(15, 0)
    expect(area(states.get('field before-china') as StageState) / all).toBeCloseTo(1054.6, -1)
  })

  test('keeps every square where it is', () => {
    const last = states.get('field china') as StageState
    for (const [step, state] of stepsOf('field').filter(([key]) => key !== 'field thirty-three')) {
      for (const [key, mark] of state.marks) {
        if (!/^(record|square)\//.test(key)) continue
        const { x, y } = last.marks.get(key) as RectMark
        expect(mark, `${step} ${key}`).toMatchObject({ x, y })
      }
    }
  })
})

describe('the field at the end', () => {
  const side = (state: StageState) => Math.max(...rects(state, 'record', 'square').map(({ height }) => height))
  const area = (marks: readonly RectMark[], state: StageState) =>
    marks.reduce((sum, { width, height }) => sum + width * height, 0) / side(state) ** 2

  test('the small ones lie on the largest and leave the rest of it uncovered', () => {
    const state = states.get('field thirty-three') as StageState
    const all = rects(state, 'record', 'square')
    const small = all.filter(({ fill }) => fill === colour.ink)
    const china = all.filter(({ fill }) => fill === colour.signal)
    expect(area(small, state)).toBeCloseTo(272.5, -1)
    expect(area(china, state)).toBeCloseTo(10.2, 0)
    expect(Math.min(...small.map(({ y }) => y))).toBeCloseTo(Math.min(...china.map(({ y }) => y)), 0)
  })

  test('what comes off leaves 1,100 squares', () => {
    const [state, full] = ['field net', 'field total'].map((step) => states.get(step)) as [StageState, StageState]
    const share = area(rects(state, 'record', 'square'), state) / area(rects(full, 'record', 'square'), full)
    expect(share).toBeCloseTo(1100 / 1337.3, 2)
  })

  test('half is passed by the squares of Vietnam', () => {
    const [before, after] = ['field four', 'field half'].map((step) => states.get(step) as StageState)
    expect(area(rects(before as StageState, 'record', 'square'), before as StageState)).toBeLessThan(1337.3 / 2)
    expect(area(rects(after as StageState, 'record', 'square'), after as StageState)).toBeGreaterThan(1337.3 / 2)
  })
})

describe('the ladder', () => {
  test('names the country that is told at each of its steps', () => {
    const told = stepsOf('ladder').flatMap(([key, state]) => {
      const name = records.find(({ id }) => key === `ladder ${id}`)?.name
      return name === undefined ? [] : [{ name, state }]
    })
    expect(told.length).toBeGreaterThan(20)
    for (const { name, state } of told)
      expect(
        [...state.marks.values()].some((mark) => mark.kind === 'text' && mark.text === name),
        name,
      ).toBe(true)
  })

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

test('all portraits draw a dollar alike', () => {
  const scales = stepsOf('portrait').flatMap(([key, state]) => {
    const id = key.replace('portrait ', '')
    return billions(id) > 0 ? [record(state, id).width / billions(id)] : []
  })
  expect(scales).toHaveLength(9)
  for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 1)
})

test('the strip of ratios has a tick for each country, on a logarithmic scale', () => {
  const state = states.get('portrait vietnam') as StageState
  const middle = (key: string) => {
    const { x, width } = state.marks.get(key) as RectMark
    return x + width / 2
  }
  const at = (id: string) =>
    middle(
      ['this', 'to_come', 'record']
        .map((name) => `${name}/${id}`)
        .find((key) => key !== 'record/vietnam' && state.marks.has(key)) ?? '',
    )
  const log = (id: string) => Math.log(dollarsSoldPerDollarBought(id).value)
  const scale = (at('cambodia') - at('libya')) / (log('cambodia') - log('libya'))
  for (const { id } of records) expect(at(id)).toBeCloseTo(at('libya') + scale * (log(id) - log('libya')), 0)
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
