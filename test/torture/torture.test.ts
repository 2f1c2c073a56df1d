import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Arena } from './arena.ts'
import { browsers } from './browsers.ts'
import { disks } from './disks.ts'
import { kills, signals } from './kills.ts'
import { pairs } from './pairs.ts'

// The short version, with a small deck; `npm run torture` has a hundred rounds with the real one.
const DECK = join(import.meta.dirname, '../decks/minimal')
const arena = new Arena(DECK, '--only', 'deck,slides')
/** Builds that need no browser. */
const quick = new Arena(DECK, '--only', 'deck')
afterAll(() => {
  for (const each of [arena, quick]) each.remove()
})

/** Whether a small disk can be mounted here; mostly only root can. */
function canMount(): boolean {
  const disk = join(quick.folder, 'probe')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', disk]).status !== 0) return false
  spawnSync('umount', [disk])
  return true
}

describe.runIf(process.platform === 'linux')('the output folder is whole and nothing is left behind', () => {
  test('when builds are killed', async () => {
    expect((await kills(quick, 1)).wrong).toEqual([])
  })

  test('when builds are told to end', async () => {
    expect((await signals(quick, 2)).wrong).toEqual([])
  })

  test.runIf(process.platform === 'linux' && canMount())('when the disk is full (needs to mount one)', async () => {
    expect(await disks(quick, 1)).toEqual({ wrong: [], met: '1 disks were full' })
  })

  test('when two build at once', async () => {
    expect((await pairs(quick, 1)).wrong).toEqual([])
  })

  test('when the browser is killed', async () => {
    expect((await browsers(arena, 1)).wrong).toEqual([])
  })
})
