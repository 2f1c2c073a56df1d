import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the player, with all that it needs, is at most 8 KB', async () => {
  const entry = new URL('../../../src/client/player/player.ts', import.meta.url).pathname
  const options = { bundle: true, minify: true, write: false, format: 'iife', globalName: 'player' } as const
  const { outputFiles } = await build({ entryPoints: [entry], ...options })
  expect(brotliCompressSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(8000)
})
