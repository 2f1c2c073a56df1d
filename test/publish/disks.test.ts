import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { publish } from '../../src/publish/publish.ts'
import { EnvironmentError } from '../../src/util/diagnostic.ts'
import { freshFolder, origin, snapshot } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

/** Whether a small disk can be mounted here; mostly only root can. */
function canMount(): boolean {
  const disk = dirname(freshFolder())
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status !== 0) return false
  execFileSync('umount', [disk])
  return true
}

describe.runIf(canMount())('where a small disk can be mounted', () => {
  test('when the folder is itself a mounted disk', async () => {
    mkdirSync(out)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out])
    try {
      const error = await publish(out, version('a'), origin, []).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(EnvironmentError)
      expect(String(error)).toMatch(/a disk is mounted there; .*name a folder inside it/)
      expect(readdirSync(dirname(out))).toEqual(['dist'])
    } finally {
      execFileSync('umount', [out])
    }
  })

  test('on a disk that is full to the last byte', async () => {
    const disk = dirname(out)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk])
    try {
      await publish(out, [{ path: 'index.html', contents: 'old' }], origin, [])
      const before = snapshot(out)
      expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(300_000))).toThrow('ENOSPC')
      const error = await publish(out, [{ path: 'index.html', contents: 'new'.repeat(5000) }], origin, []).catch(
        (reason: unknown) => reason,
      )
      expect(String(error)).toMatch(/as it was: the disk is full/)
      expect(snapshot(out)).toEqual(before)
      expect(readdirSync(disk).sort()).toEqual(['dist', 'filler'])
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
