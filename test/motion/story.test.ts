import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { scenes } from '../../charts/index.ts'
import { type CompiledScene, compileScene } from '../../src/motion/compile.ts'
import { decodeTrack } from '../../src/motion/track/decode-track.ts'
import { encodeTrack } from '../../src/motion/track/encode-track.ts'
import type { Frame, StageState } from '../../src/story/mark.ts'

const frames: Frame[] = [
  { id: 'wide', width: 1280, height: 720 },
  { id: 'narrow', width: 390, height: 480 },
]

describe.each(frames)('the charts of the story, $id', (frame) => {
  let compiled: CompiledScene[] = []
  let states: StageState[] = []
  beforeAll(() => {
    compiled = Object.entries(scenes).map(([name, scene]) => compileScene(name, scene, frame))
    states = compiled.flatMap((scene) => [...scene.states.values()])
  })

  test('compile without a mistake', () => {
    expect(compiled.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  })

  test('are packed without loss, to at most 40 KB', () => {
    const text = JSON.stringify(encodeTrack({ frame, states }))
    const replayed = decodeTrack(JSON.parse(text)).states
    expect(replayed.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] }))).toEqual(
      states.map(({ marks, ...rest }) => ({ ...rest, marks: [...marks] })),
    )
    expect(brotliCompressSync(text).length).toBeLessThan(40_000)
  })

  test('say at every step what they show', () => {
    expect(states.filter(({ name }) => name.length < 20)).toEqual([])
  })

  test('share the marks of their records', () => {
    const records = compiled.map(
      ({ states: own }) =>
        new Set([...own.values()].flatMap(({ marks }) => [...marks.keys()].filter((key) => key.startsWith('record/')))),
    )
    const everywhere = [...(records[0] ?? [])].filter((key) => records.filter((keys) => keys.has(key)).length > 1)
    expect(everywhere.length).toBeGreaterThan(40)
  })
})
