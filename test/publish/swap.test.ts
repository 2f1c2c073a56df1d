import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { recover, stagePrefix, swap } from '../../src/publish/swap.ts'
import { freshFolder } from './fresh-folder.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

/** A folder beside the outputs, with one file that names it. */
function folder(name: string): string {
  const path = join(dirname(out), name)
  mkdirSync(path)
  writeFileSync(join(path, 'name'), name)
  return path
}
const old = (name: string) => folder(`${stagePrefix(out)}${name}-old`)
const current = () => readFileSync(join(out, 'name'), 'utf8')

test('the staged folder takes the place, whether or not something was there', async () => {
  await swap(folder('first'), out)
  expect(current()).toBe('first')
  await swap(folder('second'), out)
  expect(current()).toBe('second')
  expect(readdirSync(dirname(out))).toEqual(['dist'])
})

test.each(['ab', 'ba'])('of several old folders, moved in the order %s, the last is put back', async (order) => {
  for (const name of order) {
    old(name)
    await sleep(20)
  }
  folder(`${stagePrefix(out)}staged`)
  folder('other-old')
  await recover(out)
  expect(current()).toContain(`stage-${order[1]}-old`)
})

test('two commands at once put it back once', async () => {
  old('a')
  await Promise.all([recover(out), recover(out)])
  expect(current()).toContain('stage-a-old')
})

test('nothing is put back where the outputs are, or nothing waits, or nothing can', async () => {
  await recover(out)
  expect(existsSync(out)).toBe(false)
  await recover(join(dirname(out), 'none', 'of', 'these'))
  folder('dist')
  old('a')
  await recover(out)
  expect(current()).toBe('dist')
})
