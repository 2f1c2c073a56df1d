import { expect, test } from 'vitest'
import { textWidth } from '../../../src/motion/measure-text.ts'
import { decodeTrack } from '../../../src/motion/track/decode-track.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import type { SceneStep } from '../../../src/story/deck.ts'
import type { Mark } from '../../../src/story/mark.ts'
import type { ChartSpec } from '../../../src/story/slide-chart.ts'
import type { Track } from '../../../src/story/story.ts'
import { sorted, split } from '../fixtures/pairs.ts'
import { trackOf } from '../fixtures/track-of.ts'

const dataKeys = (track: Track, index: number) =>
  [...(track.states[index]?.marks ?? [])].flatMap(([key, { kind }]) => (kind === 'rect' && !key.includes('frame') ? [key] : []))

test('what is the same in two charts has one key, there and back', async () => {
  const track = await trackOf(sorted)
  expect(dataKeys(track, 1).toSorted()).toEqual(dataKeys(track, 0).toSorted())
  expect(dataKeys(track, 2)).toEqual(dataKeys(track, 0))
})

test('all pictures of a move have the same marks', async () => {
  const { moves } = await trackOf(split)
  const { keyframes = [], durations = [] } = moves?.[1] ?? {}
  expect(keyframes).toHaveLength(durations.length + 1)
  const keys = keyframes.map(({ marks }) => [...marks.keys()])
  for (const other of keys) expect(other).toEqual(keys[0])
})

test('bars that are sorted anew take their places first, and then their heights', async () => {
  const track = await trackOf(sorted)
  const bars = (marks: ReadonlyMap<string, Mark> | undefined) =>
    dataKeys(track, 0).map((key) => {
      const bar = marks?.get(key)
      return bar?.kind === 'rect' ? { x: bar.x, part: bar.height } : undefined
    })
  const [before, between, after] = [track.states[0]?.marks, track.moves?.[1]?.keyframes[1]?.marks, track.states[1]?.marks].map(
    bars,
  )
  expect(between?.map((bar) => bar?.x)).toEqual(after?.map((bar) => bar?.x))
  expect(between?.map((bar) => bar?.x)).not.toEqual(before?.map((bar) => bar?.x))
  // The axes of the two charts leave rooms that differ by a few px, and the bars stand on the ground that there is.
  const heightOf = (index: number) => {
    const axis = [...(track.states[index]?.marks ?? [])].find(([key]) => key.includes('axis-left-domain'))?.[1]
    return axis?.kind === 'rule' ? Math.abs(axis.y2 - axis.y) : Number.NaN
  }
  for (const [index, bar] of (between ?? []).entries())
    expect(Math.abs((bar?.part ?? 0) - ((before?.[index]?.part ?? 0) * heightOf(1)) / heightOf(0))).toBeLessThan(0.5)
  expect(between?.map((bar) => bar?.part)).not.toEqual(after?.map((bar) => bar?.part))
})

test('an author chooses the stages, the duration, the key and whether there is a move at all', async () => {
  const durationsWith = async (wishes: Partial<SceneStep>) => (await trackOf(sorted, wishes)).moves?.[1]?.durations
  expect(await durationsWith({})).toHaveLength(2)
  expect(await durationsWith({ stages: 1 })).toHaveLength(1)
  expect((await durationsWith({ duration: 3000 }))?.reduce((sum, each) => sum + each)).toBe(3000)
  expect(await durationsWith({ cut: true })).toBeUndefined()
  const told = await trackOf(sorted, { key: 'height' })
  expect(dataKeys(told, 1).toSorted()).toEqual(dataKeys(told, 0).toSorted())
})

test('a track with its moves is packed and unpacked as it is', async () => {
  const track = await trackOf(split)
  const decoded = decodeTrack(JSON.parse(JSON.stringify(encodeTrack(track))))
  const plain = ({ moves }: Track) => moves?.map((move) => [move?.durations, move?.keyframes.map(({ marks }) => [...marks])])
  expect(plain(decoded)).toEqual(plain(track))
  expect(decoded.states.map(({ marks }) => [...marks])).toEqual(track.states.map(({ marks }) => [...marks]))
})

const heights = [
  { id: 'oak', height: 3 },
  { id: 'elm', height: 2 },
]
const bars = (name: string) => ({
  name,
  mark: 'bar',
  encoding: { x: { field: 'id', type: 'nominal' }, y: { field: 'height', type: 'quantitative' }, key: { field: 'id' } },
})
const chart = (layer: object[]) => ({ data: { values: heights }, layer }) as unknown as ChartSpec

test('charts with nothing in common give way to each other where they are', async () => {
  const points = { data: { values: [{ a: 1 }, { a: 2 }] }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } }
  const { moves, states } = await trackOf({
    name: 'unrelated',
    start: chart([bars('tree')]),
    end: points as unknown as ChartSpec,
  })
  const { durations = [], keyframes = [] } = moves?.[1] ?? {}
  expect(durations).toEqual([1000])
  for (const [key, mark] of states[0]?.marks ?? [])
    if (key.startsWith('tree/')) expect(keyframes[1]?.marks.get(key)).toEqual({ ...mark, fillOpacity: 0 })
})

test('an axis goes with what leaves first, where the next chart has no scale of its own', async () => {
  const rule = { mark: 'rule', encoding: { y: { field: 'height', type: 'quantitative', aggregate: 'mean' } } }
  const places = {
    name: 'tree',
    mark: 'circle',
    encoding: {
      longitude: { field: 'height', type: 'quantitative' },
      latitude: { field: 'height', type: 'quantitative' },
      key: { field: 'id' },
    },
  }
  const { moves } = await trackOf({ name: 'map', start: chart([bars('tree'), rule]), end: chart([places]) })
  const labels = [...(moves?.[1]?.keyframes[1]?.marks ?? [])]
    .filter(([key]) => key.includes('axis-left-label'))
    .map(([, mark]) => mark)
  expect(labels.length).toBeGreaterThan(1)
  for (const label of labels) expect(label.fillOpacity).toBe(0)
})

test('a single mark of one name never becomes the single mark of another', async () => {
  const single = (id: string, size: number) =>
    ({
      data: { values: [{ id, size }] },
      mark: 'text',
      encoding: { x: { field: 'size', type: 'quantitative' }, text: { field: 'id' } },
    }) as unknown as ChartSpec
  const kept = async (id: string) => {
    const { states } = await trackOf({ name: 'single', start: single('oak', 3), end: single(id, 5) })
    const [some = [], others = []] = states.map(({ marks }) => [...marks.keys()].filter((key) => key.includes('marks')))
    return some.filter((key) => others.includes(key)).length
  }
  expect([await kept('oak'), await kept('elm')]).toEqual([1, 0])
})

test('a label whose anchor changes is where it was seen when it sets out', async () => {
  const label = (align: string) => ({
    name: 'label',
    mark: { type: 'text', align, fontSize: 20 },
    encoding: { x: { field: 'height', type: 'quantitative' }, text: { field: 'id' }, key: { field: 'id' } },
  })
  const track = await trackOf({ name: 'anchors', start: chart([label('left')]), end: chart([label('right')]) })
  const [before, after] = track.states.map(({ marks }) => marks.get('label/oak'))
  if (before?.kind !== 'text' || after?.kind !== 'text') throw new Error('no labels')
  expect([before.anchor, after.anchor]).toEqual([undefined, undefined])
  const alone = await trackOf({ name: 'alone', start: chart([label('right')]), end: chart([label('right')]) })
  expect((alone.states[0]?.marks.get('label/oak')?.x ?? 0) - after.x).toBeCloseTo(textWidth('oak', after.size, 'var(--sans)'), 1)
})

test('what leaves for a scale on which it has no room stays in the plot', async () => {
  const told = (kept: object[]) =>
    ({
      data: { values: kept },
      encoding: { x: { field: 'size', type: 'quantitative', scale: { nice: false } }, y: { value: 20 }, key: { field: 'id' } },
      layer: [
        { name: 'bar', mark: 'bar' },
        { name: 'label', mark: 'text', encoding: { text: { field: 'id' } } },
      ],
    }) as unknown as ChartSpec
  const [fir, oak] = [
    { id: 'fir', size: 2 },
    { id: 'oak', size: 9 },
  ]
  const { states, moves } = await trackOf({ name: 'room', start: told([fir, oak]), end: told([fir]) })
  const [first, last] = [moves?.[1]?.keyframes[0]?.marks, moves?.[1]?.keyframes.at(-1)?.marks]
  const plot = states[1]?.marks.get('bar/fir')
  const [bar, text] = [last?.get('bar/oak'), last?.get('label/oak')]
  expect(bar?.kind === 'rect' && bar.x + bar.width).toBeLessThanOrEqual((plot?.kind === 'rect' ? plot.x + plot.width : 0) + 1)
  expect(text?.x).toBeCloseTo(first?.get('label/oak')?.x ?? 0, 0)
})

const numbers = Array.from({ length: 30 }, (_, index) => ({ size: 2 + ((index * 7) % 29) * 3, kind: 'ab'[index % 2] }))
const size = (more = {}) => ({ field: 'size', type: 'quantitative', ...more })
const drawn = (mark: string, encoding: object) => ({ data: { values: numbers }, mark, encoding }) as unknown as ChartSpec

test('ticks gather in the bins that their values fall into', async () => {
  const { states, moves } = await trackOf({
    name: 'bins',
    start: drawn('tick', { x: size() }),
    end: drawn('bar', { x: size({ bin: true }), y: { aggregate: 'count' } }),
  })
  const marksOf = (index: number) =>
    [...(states[index]?.marks ?? [])].filter(([key]) => key.endsWith('marks') || key.includes('marks/'))
  const gone = marksOf(0).filter(([key]) => !states[1]?.marks.has(key))
  expect(gone.length).toBeGreaterThan(20)
  const middles = new Set(marksOf(1).map(([, bar]) => (bar.kind === 'rect' ? Math.round(bar.x + bar.width / 2) : 0)))
  for (const [key] of gone) {
    const mark = moves?.[1]?.keyframes.at(-1)?.marks.get(key)
    expect(middles).toContain(mark?.kind === 'rect' ? Math.round(mark.x + mark.width / 2) : Math.round(mark?.x ?? 0))
  }
})

test('what has no room on the next scale gathers before that comes, and what a line was drawn through stays where it was', async () => {
  const by = (more: object) => ({ x: { field: 'kind', type: 'nominal' }, y: size(more) })
  const gathered = await trackOf({ name: 'mean', start: drawn('point', by({})), end: drawn('point', by({ aggregate: 'mean' })) })
  const [first, second] = gathered.moves?.[1]?.keyframes ?? []
  const grid = (marks: ReadonlyMap<string, Mark> | undefined) =>
    [...(marks ?? [])].find(([key]) => /left-grid@40$/.test(key))?.[1].y
  expect(grid(first?.marks)).toBeDefined()
  expect(grid(second?.marks)).toBe(grid(first?.marks))
  const line = (mark: string) => drawn(mark, { x: size(), y: { field: 'size', type: 'quantitative' } })
  const { states, moves } = await trackOf({ name: 'line', start: line('line'), end: line('point') })
  const [, from] = [...(states[0]?.marks ?? [])].find(([, { kind }]) => kind === 'path') ?? []
  const before = moves?.[1]?.keyframes.at(-2)?.marks
  expect([...(before ?? [])].find(([key, { kind }]) => kind === 'path' && states[0]?.marks.has(key))?.[1].strokeOpacity).toBe(
    from?.strokeOpacity,
  )
})
