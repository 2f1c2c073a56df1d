import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createFolder } from '../../src/publish/create-folder.ts'
import { EnvironmentError, UsageError } from '../../src/util/diagnostic.ts'
import { freshFolder } from './fresh-folder.ts'

const FILES = [{ path: 'a/b.txt', contents: 'text' }]
let out = ''
beforeEach(() => {
  out = freshFolder()
})

const failure = () => createFolder(out, FILES).catch((error: unknown) => error)

test('the folder is made with the folders around it, and nothing is left beside it', async () => {
  rmSync(dirname(out), { recursive: true })
  await createFolder(out, FILES)
  expect(readFileSync(join(out, 'a/b.txt'), 'utf8')).toBe('text')
  expect(readdirSync(dirname(out))).toEqual(['dist'])
})

test('an empty folder gives way', async () => {
  mkdirSync(out)
  await createFolder(out, FILES)
  expect(readdirSync(out)).toEqual(['a'])
})

test('whatever is there stays as it is', async () => {
  mkdirSync(out)
  writeFileSync(join(out, 'mine'), '')
  const full = await failure()
  expect(full).toBeInstanceOf(UsageError)
  expect(String(full)).toContain(
    `init: ${out} is not empty, expected a folder that does not exist yet; nothing is ever overwritten`,
  )
  expect(readdirSync(out)).toEqual(['mine'])
  rmSync(out, { recursive: true })
  writeFileSync(out, 'mine')
  expect(String(await failure())).toContain('is there already')
  rmSync(out)
  symlinkSync('nowhere', out)
  expect(String(await failure())).toContain('is there already')
  expect(readdirSync(dirname(out))).toEqual(['dist'])
})

test('where there can be none it is said so, without a flag that init does not have', async () => {
  writeFileSync(join(dirname(out), 'file'), '')
  const base = dirname(out)
  out = join(base, 'file', 'dist')
  expect(String(await failure())).toContain(`init: ${out} lies within a file, expected a folder that does not exist yet`)
  out = join(base, 'x'.repeat(300))
  const error = await failure()
  expect(error).toBeInstanceOf(EnvironmentError)
  expect(String(error)).toMatch(/ was not made: its name is too long; name another folder$/)
})

test('a fault of ours keeps its own words', async () => {
  await expect(createFolder(out, [{ path: 'a', contents: null as unknown as string }])).rejects.toThrow(TypeError)
  expect(readdirSync(dirname(out))).toEqual([])
})
