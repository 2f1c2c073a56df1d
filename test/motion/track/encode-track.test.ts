import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createReader, decodeTrack } from '../../../src/motion/track/decode-track.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import type { Mark, StageState } from '../../../src/story/mark.ts'
import { frame } from '../fixtures/charts.ts'

/** Numbers in 0…1 that are the same on every run. */
function createRandom(seed: number): () => number {
  let value = seed
  return () => {
    value = (value * 1103515245 + 12345) % 2 ** 31
    return value / 2 ** 31
  }
}

function randomMark(random: () => number, id: number): Mark {
  const number = (decimals: number) => Math.round((random() - 0.3) * 1300 * 10 ** decimals) / 10 ** decimals
  const [x, y] = [number(1), number(1)]
  const paint = {
    ...(random() < 0.8 ? { fill: ['red', 'var(--signal)', 'grey'][Math.floor(random() * 3)] as string } : {}),
    ...(random() < 0.3 ? { opacity: Math.round(random() * 1000) / 1000 } : {}),
    ...(random() < 0.3 ? { clip: '0 0 100 50' } : {}),
    ...(random() < 0.3 ? { entrance: 'drop' as const } : {}),
  }
  switch (id % 4) {
    case 0:
      return {
        kind: 'rect',
        x,
        y,
        width: number(2),
        height: number(2),
        ...(random() < 0.5 ? { radius: number(3) } : {}),
        ...paint,
      }
    case 1:
      return { kind: 'rule', x, y, x2: number(1), y2: number(1), ...paint, stroke: 'red', strokeWidth: number(2) }
    case 2:
      return { kind: 'path', x, y, d: `m${number(1)} 0l1 1z`, ...paint }
    default:
      return {
        kind: 'text',
        x,
        y,
        text: `Oak ${number(1)}`,
        size: 12,
        ...(random() < 0.3 ? { italic: true, weight: 600 } : {}),
        ...paint,
      }
  }
}

/** States in which marks come, go, change, and change places. */
function randomStates(seed: number): StageState[] {
  const random = createRandom(seed)
  let marks = new Map<string, Mark>()
  return Array.from({ length: 12 }, (_, step) => {
    const entries = [...marks]
      .filter(() => random() < 0.8)
      .map(([key, mark], id): [string, Mark] => [key, random() < 0.3 ? randomMark(random, id) : mark])
    for (let id = 0; id < 20; id++)
      if (random() < 0.3) entries.splice(Math.floor(random() * entries.length), 0, [`mark/${id}`, randomMark(random, id)])
    if (random() < 0.2) entries.reverse()
    marks = new Map(entries)
    return { name: `Step ${step}`, marks, ...(step % 3 === 0 ? { duration: 900 } : {}) }
  })
}

describe('a packed track', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('replays to exactly the same states, in drawing order (seed %i)', (seed) => {
    const states = randomStates(seed)
    const replayed = decodeTrack(JSON.parse(JSON.stringify(encodeTrack({ frame, states }))))
    expect(replayed.frame).toEqual(frame)
    expect(replayed.states.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] }))).toEqual(
      states.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] })),
    )
  })

  test('gives any state at once, and the same object again', () => {
    const states = randomStates(9)
    const stateAt = createReader(encodeTrack({ frame, states })).state
    const last = stateAt(11)
    expect([...last.marks]).toEqual([...(states[11]?.marks ?? [])])
    expect([...stateAt(3).marks]).toEqual([...(states[3]?.marks ?? [])])
    expect(stateAt(11)).toBe(last)
  })

  test('keeps marks that do not change as the same objects', () => {
    const rule: Mark = { kind: 'rule', x: 0, y: 0, x2: 1, y2: 1, stroke: 'red' }
    const moved = (x: number): Mark => ({ kind: 'text', x, y: 0, text: 'Oak', size: 12 })
    const states = [0, 5].map((x) => ({
      name: '',
      marks: new Map<string, Mark>([
        ['rule', rule],
        ['label', moved(x)],
      ]),
    }))
    const [first, second] = decodeTrack(encodeTrack({ frame, states })).states
    expect(second?.marks.get('rule')).toBe(first?.marks.get('rule'))
    expect(second?.marks.get('label')).not.toBe(first?.marks.get('label'))
  })

  test('stores an outline once and a state like the one before as next to nothing', () => {
    const land: Mark = { kind: 'path', x: 0, y: 0, d: `m0 0${'l1 1'.repeat(500)}z`, fill: 'grey' }
    const states = Array.from({ length: 50 }, (_, i) => ({
      name: 'Land',
      marks: new Map<string, Mark>(i % 2 ? [['land', land]] : []),
    }))
    const text = JSON.stringify(encodeTrack({ frame, states }))
    expect(text.length).toBeLessThan(5000)
    expect(brotliCompressSync(text).length).toBeLessThan(300)
  })

  test('has no state beyond its end', () => {
    expect(() => createReader(encodeTrack({ frame, states: [] })).state(0)).toThrow(new RangeError('no state 0 among 0'))
  })
})
