import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { expect, test } from 'vitest'
import { cachedMdx, createSlideCache } from '../../src/mdx/cached-mdx.ts'
import type { Cache } from '../../src/util/cache.ts'
import { runFolder } from '../run-folder.ts'

const work = runFolder('slides')

const SLIDE = '---\nrecord: alpha\n---\n\n# Alpha has {1 + 1} *halves*\n\n<Fact name="one" />\n'

/** Keeps in memory; `keys` are those it was asked to keep. */
function inMemory(): Cache & { keys: string[] } {
  const contents = new Map<string, Uint8Array>()
  const keys: string[] = []
  return {
    keys,
    find: async (key) => contents.get(key),
    async keep(key, value) {
      keys.push(key)
      contents.set(key, value)
    },
  }
}

/** Compiles one slide as a build does. */
async function compile(text: string, kept: Cache, compiler = 'compiler') {
  mkdirSync(join(work, 'slides'), { recursive: true })
  writeFileSync(join(work, 'slides', '1.mdx'), text)
  const { plugin, sources } = cachedMdx(work, createSlideCache(kept, compiler))
  const entryPoints = [join(work, 'slides', '1.mdx')]
  const options: esbuild.BuildOptions = { absWorkingDir: work, bundle: true, packages: 'external', external: ['countdown:*'] }
  const { outputFiles } = await esbuild.build({ ...options, write: false, entryPoints, logLevel: 'silent', plugins: [plugin] })
  return { code: outputFiles[0]?.text ?? '', source: sources(['slides/1.mdx']).get('slides/1.mdx') }
}

test('a slide that an earlier build has compiled is the same as one compiled anew', async () => {
  const kept = inMemory()
  const anew = await compile(SLIDE, kept)
  const again = await compile(SLIDE, kept)
  expect(kept.keys).toHaveLength(1)
  expect(anew.code).toContain('halves')
  expect(again).toEqual(anew)
})

test('another text, and another compiler, is compiled', async () => {
  const kept = inMemory()
  await compile(SLIDE, kept)
  expect((await compile(SLIDE.replace('halves', 'parts'), kept)).code).toContain('parts')
  await compile(SLIDE, kept, 'another compiler')
  expect(new Set(kept.keys).size).toBe(3)
})

test('a slide with a mistake is never kept, so that it is told each time', async () => {
  const kept = inMemory()
  const typed = SLIDE.replace('*halves*', '*halves* of $5')
  expect((await compile(typed, kept)).source?.diagnostics).toHaveLength(1)
  expect((await compile(typed, kept)).source?.diagnostics).toHaveLength(1)
  await expect(compile('# {', kept)).rejects.toThrow('Cannot process MDX')
  expect(kept.keys).toEqual([])
})
