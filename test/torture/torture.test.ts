import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Arena } from './arena.ts'
import { browsers, disks, kills, pairs } from './trials.ts'

// The short version, with a small deck; `npm run torture` has a hundred rounds with the real one.
const arenas: Arena[] = []
afterAll(() => {
  for (const arena of arenas) arena.remove()
})

function arena(): Arena {
  const made = new Arena(join(import.meta.dirname, '../decks/minimal'))
  arenas.push(made)
  return made
}

/** Whether a small disk can be mounted here; mostly only root can. */
function canMount(): boolean {
  const disk = join(arena().folder, 'probe')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', disk]).status !== 0) return false
  spawnSync('umount', [disk])
  return true
}

describe.runIf(process.platform === 'linux')('the output folder is whole and nothing is left behind', () => {
  test('when builds are killed at random moments', async () => {
    expect(await kills(arena(), 8)).toEqual([])
  })

  test.runIf(canMount())('when the disk is full (needs to mount one)', async () => {
    expect(await disks(arena(), 3)).toEqual([])
  })

  test('when two build at once', async () => {
    expect(await pairs(arena(), 2)).toEqual([])
  })

  test('when the browser is killed', async () => {
    expect(await browsers(arena(), 2)).toEqual([])
  })
})
