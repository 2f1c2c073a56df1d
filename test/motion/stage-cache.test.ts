import { describe, expect, test } from 'vitest'
import { createStageMemory } from '../../src/motion/stage-cache.ts'
import type { Scene } from '../../src/story/deck.ts'
import { frames } from '../../src/story/frames.ts'
import type { DataFiles } from '../../src/story/slide-chart.ts'

const scene: Scene = {
  spec: () => ({ data: { values: [{ a: 1 }] }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } }),
  steps: [{ id: 'one', params: {}, name: 'A dot' }],
}

test('of scenes that a deck no longer has nothing is kept', () => {
  const memory = createStageMemory()
  const compile = (name: string) => memory.compile(undefined)(name, scene, frames.wide)
  const [kept, gone] = [compile('kept'), compile('gone')]
  expect(compile('gone')).toBe(gone)
  memory.keep(['kept'])
  expect(compile('kept')).toBe(kept)
  expect(compile('gone')).not.toBe(gone)
})

describe('what is the same is not compiled again', () => {
  const drawn = (values: unknown[], more: object = {}): Scene => ({
    ...scene,
    spec: () => ({ data: { values }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } }) as never,
    ...more,
  })
  const filesOf = (stamp: string) => ({ files: { stamp: () => stamp } as unknown as DataFiles })

  test.each([
    ['rows alike', drawn([{ a: 1 }]), drawn([{ a: 1 }]), true],
    ['other rows', drawn([{ a: 1 }]), drawn([{ a: 2 }]), false],
    ['other steps', drawn([{ a: 1 }]), drawn([{ a: 1 }], { steps: [{ id: 'two', params: {}, name: 'A dot' }] }), false],
    ['a value that JSON does not tell from none', drawn([{ a: 1, b: null }]), drawn([{ a: 1, b: undefined }]), false],
    ['a large number that JSON has no word for', drawn([{ a: 1, b: 5n }]), drawn([{ a: 1, b: 5n }]), true],
    ['another large number', drawn([{ a: 1, b: 5n }]), drawn([{ a: 1, b: 6n }]), false],
    ['the same place beside the slide', drawn([{ a: 1 }], { isBeside: true }), drawn([{ a: 1 }], { isBeside: false }), false],
  ])('%s', (_, one, other, expected) => {
    const compile = createStageMemory().compile(undefined)
    const first = compile('dots', one, frames.wide)
    expect(compile('dots', other, frames.wide) === first).toBe(expected)
    expect(compile('dots', one, frames.narrow)).not.toBe(first)
  })

  test('nor even drawn up where all that it is made from is the same', () => {
    let count = 0
    const spec = (frame: never) => {
      count++
      return scene.spec(frame)
    }
    const counted = { ...scene, spec } as Scene
    const memory = createStageMemory()
    const compile = (shared: string | undefined, stamp = '') =>
      memory.compile(shared)('dots', counted, frames.wide, filesOf(stamp))
    const first = compile('x')
    expect([compile('x') === first, count]).toEqual([true, 1])
    expect([compile('y') === first, count]).toEqual([true, 2])
    expect([compile('y', 'later') === first, count]).toEqual([false, 3])
    compile(undefined, 'later')
    compile(undefined, 'later')
    expect(count).toBe(5)
  })

  test('but what is wrong is looked at again', () => {
    const compile = createStageMemory().compile(undefined)
    const wrong = drawn([{ a: Number.NaN }])
    const first = compile('dots', wrong, frames.wide)
    expect(first.diagnostics).not.toEqual([])
    expect(compile('dots', wrong, frames.wide)).not.toBe(first)
    const broken = {
      ...scene,
      spec: () => {
        throw new Error('no chart')
      },
    } as unknown as Scene
    expect(compile('dots', broken, frames.wide).diagnostics[0]?.message).toContain('no chart')
  })

  test('a track with the very same states is the one before', () => {
    const memory = createStageMemory()
    const state = () => ({ name: '', marks: new Map() })
    const states = [state(), state()]
    const track = { frame: frames.wide, states }
    expect(memory.recall(track)).toBe(track)
    expect(memory.recall({ ...track, states: [...states] })).toBe(track)
    const other = { ...track, states: [states[0] ?? state(), state()] }
    expect(memory.recall(other)).toBe(other)
    expect(memory.recall({ ...track, states: states.slice(0, 1) })).not.toBe(other)
    const talk = { ...track, talk: track }
    expect(memory.recall(talk)).toBe(talk)
    expect(memory.recall({ ...track, talk: { ...track, states: [state(), state()] } })).not.toBe(talk)
  })
})
