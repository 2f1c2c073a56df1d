import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureMove } from '../../src/chart/measure/measure-move.ts'
import { createSubject } from '../../src/chart/measure/subject.ts'
import { measureSides, motionPairs, sideOf } from '../../src/chart/motion-pairs.ts'
import type { Side } from '../../src/motion/move/match.ts'
import { type Planned, planMove } from '../../src/motion/move/plan-move.ts'
import { createSeekable, type SeekableMove } from '../../src/motion/seek.ts'
import { frames } from '../../src/story/frames.ts'
import type { Mark, Move } from '../../src/story/mark.ts'
import type { DataFiles } from '../../src/story/slide-chart.ts'
import { type ChartPair, grown, pairs, sorted, years } from '../motion/fixtures/pairs.ts'

const refuse = (): never => {
  throw new Error('no files here')
}
const files: DataFiles = { text: refuse, picture: refuse, stamp: () => '' }
const sides = ({ start, end }: ChartPair): [Side, Side] => [sideOf('start', start, files), sideOf('end', end, files)]

describe('a move', () => {
  test.each(pairs)('$name keeps to all measures', (pair) => {
    const { measures } = measureSides(...sides(pair), pair.keys)
    expect(Object.entries(measures).filter(([, faults]) => faults.length > 0)).toEqual([])
  })

  test('lines grow without a row that is where it is not: at every time they come through the rows they had', () => {
    const { measures, stages } = measureSides(...sides(grown))
    expect(stages.length).toBe(2)
    expect(measures.valid).toEqual([])
  })
})

/** Marks meet by their place in the list, whatever they stand for; all at once, in too little time; what only one chart has fades where it is. */
function brokenPlan(a: Side, b: Side): Planned {
  const isData = (side: Side, key: string) => side.sources.get(key)?.row !== undefined
  const data = [a, b].map((side) => [...side.state.marks.keys()].filter((key) => isData(side, key)))
  const renamed = new Map([...b.state.marks.keys()].map((key) => [key, data[0]?.[data[1]?.indexOf(key) ?? -1] ?? key]))
  const after = new Map([...b.state.marks].map(([key, mark]) => [renamed.get(key) ?? key, mark]))
  const unseen = (mark: Mark): Mark => ({ ...mark, fillOpacity: 0, strokeOpacity: 0 })
  const keys = new Set([...a.state.marks.keys(), ...after.keys()])
  const picture = (from: ReadonlyMap<string, Mark>, other: ReadonlyMap<string, Mark>) =>
    new Map([...keys].map((key): [string, Mark] => [key, from.get(key) ?? unseen(other.get(key) as Mark)]))
  const keyframes = [picture(a.state.marks, after), picture(after, a.state.marks)].map((marks) => ({ name: '', marks }))
  return { move: { keyframes, durations: [300] }, after: { ...b.state, marks: after }, renamed }
}

describe('a deliberately broken planner is found out', () => {
  const broken = (pair: ChartPair) => measureSides(...sides(pair), pair.keys, brokenPlan).measures

  test('keys by position', () => expect(broken(years).identity).toContain('2 of 2 data lose their element'))

  const spoilt = (pair: ChartPair, spoil: (whole: SeekableMove) => SeekableMove['at'], change = (move: Move) => move) => {
    const [a, b] = sides(pair)
    const { move, after, renamed } = planMove(a, b, { frame: frames.wide })
    const whole = createSeekable(a.state, after, change(move), [',', '.'])
    return measureMove(createSubject(a, b, { ...whole, at: spoil(whole) }, renamed))
  }
  const isGuide = ([key]: [string, unknown]) => key.includes(':axis-')

  test('ticks that jump', () => {
    const jumping = spoilt(grown, ({ at, duration }) => (ms) => {
      const guides = [...at(ms < duration / 4 ? 0 : duration)].filter(isGuide)
      return new Map([...guides, ...[...at(ms)].filter((each) => !isGuide(each))])
    })
    expect(jumping.valid.join()).toMatch(/passes a row/)
  })

  test('ticks that stay where they were', () => {
    const left = spoilt(
      grown,
      ({ at }) =>
        (ms) =>
          new Map([...at(ms), ...[...at(0)].filter(([key]) => key.includes('-tick@'))]),
    )
    expect(left.valid.join()).toMatch(/px off its scale/)
  })

  test('one hasty stage', () => expect(broken(sorted).length).toEqual(['a stage of 300 ms']))

  test('marks that set out at full speed', () => {
    const inOneSecond = (move: Move) => ({ ...move, durations: [1000] })
    const easeOut = spoilt(
      sorted,
      ({ at, duration }) =>
        (ms) =>
          at(duration * (ms / duration) ** 0.3),
      inOneSecond,
    )
    expect(easeOut.grouped.join()).toMatch(/at full speed/)
    expect(spoilt(sorted, ({ at }) => at, inOneSecond).grouped).toEqual([])
  })

  test('marks that set out one after another', () => {
    const staggered = spoilt(sorted, ({ at }) => (ms) => {
      const late = [...at(ms).keys()].map((key, index) => [key, at(ms - index * 20).get(key)] as const)
      return new Map(late.map(([key, seen]) => [key, seen ?? { tag: 'rect', values: {} }]))
    })
    expect(staggered.grouped.join()).toMatch(/do not move together/)
  })

  test('an end that is not the chart', () => {
    const backwards = (move: Move) => ({ ...move, keyframes: move.keyframes.toReversed() })
    expect(spoilt(sorted, ({ at }) => at, backwards).ends.join()).toMatch(/jumps|seen/)
  })
})

test('the command tells a line for each pair and how many move well, and fails when too few do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'))
  try {
    for (const pair of pairs) writeFileSync(join(folder, `${pair.name}.json`), JSON.stringify(pair))
    const told: string[] = []
    await motionPairs({ folder }, (line) => told.push(line))
    expect(told.at(-1)).toBe('5 of 5 pairs move well')
    expect(told).toHaveLength(6)
    writeFileSync(join(folder, 'broken.json'), '{"name": "broken"}')
    await expect(motionPairs({ folder }, (line) => told.push(line))).rejects.toThrow()
    expect(told.at(-1)).toBe('5 of 6 pairs move well')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
