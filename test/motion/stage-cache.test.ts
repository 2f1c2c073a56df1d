import { expect, test } from 'vitest'
import { createStageMemory } from '../../src/motion/stage-cache.ts'
import type { Scene } from '../../src/story/deck.ts'
import { frames } from '../../src/story/frames.ts'

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
