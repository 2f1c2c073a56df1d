import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeTrack } from '../../src/motion/track/decode-track.ts'
import { encodeTrack } from '../../src/motion/track/encode-track.ts'
import { frames } from '../../src/story/frames.ts'
import { compileAll } from '../charts/compiled.ts'

describe.each([frames.wide, frames.narrow])('the charts of the story, $id', (frame) => {
  const compiled = compileAll(frame).states
  const states = [...compiled.values()]

  test('are packed without loss, to at most 40 KB', () => {
    const text = JSON.stringify(encodeTrack({ frame, states }))
    const replayed = decodeTrack(JSON.parse(text)).states
    expect(replayed.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] }))).toEqual(
      states.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] })),
    )
    expect(brotliCompressSync(text).length).toBeLessThan(40_000)
  })

  test('share the marks of their records', () => {
    const scenesWith = (key: string) =>
      new Set([...compiled].flatMap(([step, { marks }]) => (marks.has(key) ? step.split(' ')[0] : [])))
    const records = new Set(states.flatMap(({ marks }) => [...marks.keys()].filter((key) => key.startsWith('record/'))))
    expect([...records].filter((key) => scenesWith(key).size > 1).length).toBeGreaterThan(40)
  })
})
