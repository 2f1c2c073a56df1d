import { expect, test } from 'vitest'
import { drawMissing } from '../../../src/outputs/share/picture-cache.ts'
import type { Cache } from '../../../src/util/cache.ts'

const inMemory = (): Cache => {
  const pictures = new Map<string, Uint8Array>()
  return {
    find: async (key) => pictures.get(key),
    async keep(key, contents) {
      pictures.set(key, contents)
    },
  }
}

/** A picture of a markup is its bytes; notes what it draws. */
const createPen = () => {
  const drawn: string[] = []
  const draw = async (markups: readonly string[]) => {
    drawn.push(...markups)
    return markups.map((markup) => new TextEncoder().encode(markup))
  }
  return { drawn, draw }
}

test('only what no earlier build has drawn is drawn, and everything stands in its place', async () => {
  const kept = inMemory()
  const { drawn, draw } = createPen()
  await drawMissing(['b', 'd'], 'one browser', kept, draw)
  const pictures = await drawMissing(['a', 'b', 'c', 'd'], 'one browser', kept, draw)
  expect(pictures.map((picture) => new TextDecoder().decode(picture))).toEqual(['a', 'b', 'c', 'd'])
  expect(drawn).toEqual(['b', 'd', 'a', 'c'])
  await drawMissing(['a', 'b', 'c', 'd'], 'one browser', kept, () => Promise.reject(new Error('was drawn again')))
})

test('under other circumstances all is drawn again', async () => {
  const kept = inMemory()
  const { drawn, draw } = createPen()
  await drawMissing(['a'], 'one browser', kept, draw)
  await drawMissing(['a'], 'another browser', kept, draw)
  expect(drawn).toEqual(['a', 'a'])
})
