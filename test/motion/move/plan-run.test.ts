import { describe, expect, test } from 'vitest'
import { race } from '../../../src/kit/charts/race.ts'
import { compileTrack } from '../../../src/motion/compile-track.ts'
import { createSeekable } from '../../../src/motion/seek.ts'
import { decodeTrack } from '../../../src/motion/track/decode-track.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import type { Deck, SceneStep } from '../../../src/story/deck.ts'
import { frames } from '../../../src/story/frames.ts'
import type { ChartSpec } from '../../../src/story/slide-chart.ts'
import type { Slide, Track } from '../../../src/story/story.ts'

const YEARS = [1990, 2000, 2010]
/** Birches overtake oaks and elms between 1990 and 2000; ashes come in 2010. */
const trees: Record<string, number[]> = { oak: [50, 52, 54], elm: [40, 41, 42], birch: [30, 60, 90], ash: [1, 2, 70] }
const rows = Object.entries(trees).flatMap(([tree, heights]) =>
  heights.map((height, index) => ({ tree, year: YEARS[index] ?? 0, height })),
)
const bars = race({ rows, name: 'tree', value: 'height', time: 'year', most: 3, description: 'Trees by height' }) as ChartSpec
const other = [{ size: 1 }, { size: 2 }]
const still = { data: { values: other }, mark: 'point', encoding: { x: { field: 'size', type: 'quantitative' } } } as ChartSpec

/** The track of a still chart, then a chart that time goes by in, once for each of `steps`. */
async function trackOf(steps: Partial<SceneStep>[], moving = bars, isEmpty = false): Promise<Track> {
  const told = steps.map((step, index) => ({ id: `${index}`, params: {}, name: 'Trees', ...step }))
  const scenes = {
    still: { spec: () => structuredClone(still), steps: [{ id: 'only', params: {}, name: 'Trees' }] },
    moving: { spec: () => structuredClone(moving), steps: told },
  }
  const stages = [
    isEmpty ? undefined : { scene: 'still', step: 'only' },
    ...told.map(({ id }) => ({ scene: 'moving', step: id })),
  ]
  const slides = stages.map((stage) => ({ stage })) as unknown as Slide[]
  const { track, diagnostics } = await compileTrack({ scenes } as unknown as Deck, slides, frames.wide)
  expect(diagnostics).toEqual([])
  return track
}

const move = ({ moves }: Track, index: number) => {
  const found = moves?.[index]
  if (!found) throw new Error(`no move ${index}`)
  return found
}

describe('a run', () => {
  test('comes after the move from the chart before, and ends in the state of its step', async () => {
    const track = await trackOf([{}])
    const { durations, run, keyframes } = move(track, 1)
    expect(run).toEqual({ start: durations.indexOf(0), isHeld: false })
    expect(durations.slice((run?.start ?? 0) + 1).filter((duration) => duration > 0)).toEqual([500, 500])
    for (const [key, mark] of track.states[1]?.marks ?? []) expect(keyframes.at(-1)?.marks.get(key)).toEqual(mark)
  })

  test('begins by coming onto an empty stage', async () => {
    const { moves } = await trackOf([{}], bars, true)
    expect(moves?.[1]?.durations).toEqual([650, 0, ...(moves?.[1]?.durations.slice(2) ?? [])])
    const [first] = moves?.[1]?.keyframes ?? []
    for (const [, mark] of first?.marks ?? []) expect(mark.fillOpacity ?? mark.strokeOpacity).toBe(0)
  })

  test('has the same marks in all pictures', async () => {
    const { keyframes } = move(await trackOf([{}]), 1)
    const keys = keyframes.map(({ marks }) => [...marks.keys()].join())
    expect(new Set(keys).size).toBe(1)
  })

  test('goes by evenly, with every bar as long as its value says', async () => {
    const track = await trackOf([{ at: 1990 }, { at: 2000 }])
    const [before, after] = [track.states[1], track.states[2]]
    if (!before || !after) throw new Error('no states')
    const seekable = createSeekable(before, after, move(track, 2), [',', '.'])
    expect(seekable.duration).toBe(500)
    const width = (ms: number, key: string) => Number(seekable.at(ms).get(`record/${key}`)?.values.width)
    for (const key of ['oak', 'elm', 'birch'])
      for (const part of [0.1, 0.25, 0.5, 0.9])
        expect(width(500 * part, key)).toBeCloseTo(width(0, key) + (width(500, key) - width(0, key)) * part, 0)
  })

  test('brings what is new at its own length, and takes what leaves likewise', async () => {
    const track = await trackOf([{ at: 2000 }, {}])
    const [first, last] = [move(track, 2).keyframes[0]?.marks, move(track, 2).keyframes.at(-1)?.marks]
    const [coming, there] = [first?.get('record/ash'), last?.get('record/ash')]
    expect(coming).toMatchObject({ fillOpacity: 0 })
    expect(coming?.kind === 'rect' && coming.width).toBe(there?.kind === 'rect' && there.width)
    expect(last?.get('record/elm')).toMatchObject({ fillOpacity: 0 })
  })

  test('goes from where the slide before stopped, forth and back', async () => {
    const track = await trackOf([{ at: 2000 }, {}, { at: 1990 }])
    expect(move(track, 2).durations.filter(Boolean)).toEqual([500])
    expect(move(track, 3).durations.filter(Boolean)).toEqual([500, 500])
  })

  test('takes as long as its step says, or none', async () => {
    const track = await trackOf([{ at: 1990 }, { duration: 3000 }, { at: 1990, cut: true }])
    expect(move(track, 2).durations.filter(Boolean)).toEqual([1500, 1500])
    expect(track.moves?.[3]).toBeUndefined()
  })

  test('where nothing is the same from one value to the next, each is shown until it is the next one’s turn', async () => {
    const values = YEARS.map((year, index) => ({ year, height: [3, 9, 5][index] ?? 0, weather: index === 1 ? 'rain' : 'sun' }))
    const days = {
      data: { values },
      mark: 'tick',
      encoding: { x: { field: 'height', type: 'quantitative' }, time: { field: 'year' } },
    }
    const track = await trackOf([{ at: 1990 }, {}], days as unknown as ChartSpec)
    expect(move(track, 2).run).toEqual({ start: 0, isHeld: true })
    const [before, after] = [track.states[1], track.states[2]]
    if (!before || !after) throw new Error('no states')
    const { at } = createSeekable(before, after, move(track, 2), [',', '.'])
    const place = (ms: number) => [...at(ms)].filter(([key]) => key.includes(':marks')).map(([, { values }]) => values.x)
    expect(place(499)).toEqual(place(0))
    expect(place(501)).not.toEqual(place(499))
  })

  test('is packed and unpacked as it is', async () => {
    const track = await trackOf([{}])
    const decoded = decodeTrack(JSON.parse(JSON.stringify(encodeTrack(track))))
    const plain = ({ keyframes, durations, run }: ReturnType<typeof move>) => ({
      durations,
      run,
      keyframes: keyframes.map(({ marks }) => [...marks]),
    })
    expect(plain(move(decoded, 1))).toEqual(plain(move(track, 1)))
  })
})
