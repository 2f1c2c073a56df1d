import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { prepareFolder, publish } from '../../src/publish/publish.ts'
import { freshFolder, provenance, snapshot, snapshotOf } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

describe('whatever happens, the folder is the whole old or the whole new one', () => {
  test('killed at random moments', async () => {
    const allowed = [await snapshotOf('a'), await snapshotOf('b')]
    await publish(out, version('a'), provenance)
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'publish-forever.ts'), out], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await sleep(Math.random() * 40)
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(allowed).toContainEqual(snapshot(out))
    }
    await publish(out, version('a'), provenance)
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })

  test('watched by a reader while it is replaced again and again', async () => {
    await publish(out, version('a'), provenance)
    const child = spawn(process.execPath, [join(import.meta.dirname, 'publish-forever.ts'), out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const seen = new Set<number>()
    while (seen.size < 8) {
      expect(existsSync(join(out, 'manifest.json'))).toBe(true)
      seen.add(statSync(out).ino)
    }
    child.kill('SIGKILL')
  })

  test('killed between the two steps of a system that cannot exchange folders, it is put back first of all', async () => {
    await publish(out, version('a'), provenance)
    const before = snapshot(out)
    renameSync(out, join(dirname(out), '.dist.stage-0123abcd-old'))
    mkdirSync(join(dirname(out), '.dist.stage-0123abcd'))
    await prepareFolder(out, [])
    expect(snapshot(out)).toEqual(before)
    await publish(out, version('b'), provenance)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('version b')
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })
})
