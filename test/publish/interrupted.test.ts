import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { prepareFolder, publish } from '../../src/publish/publish.ts'
import { stage } from '../../src/publish/swap.ts'
import { freshFolder, origin, snapshot, snapshotOf } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

/** Publishes again and again in a process of its own, until it is killed. */
async function publishForever() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'publish-forever.ts'), out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('whatever happens, the folder is the whole old or the whole new one', () => {
  test('killed at random moments', async () => {
    const allowed = [await snapshotOf('a'), await snapshotOf('b')]
    await publish(out, version('a'), origin, [])
    for (let round = 0; round < 8; round++) {
      const child = await publishForever()
      await sleep(Math.random() * 40)
      child.kill('SIGKILL')
      await once(child, 'exit')
      await prepareFolder(out, [])
      expect(allowed).toContainEqual(snapshot(out))
    }
    await publish(out, version('a'), origin, [])
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })

  test('watched by a reader, it is there but for moments, and always whole', async () => {
    const sizes = [version('a'), version('b')].map((files) => files.length + 1)
    await publish(out, version('a'), origin, [])
    const child = await publishForever()
    for (let seen = 0; seen < 500; ) {
      const files = filesAtOnce()
      if (files === undefined) continue
      expect(sizes).toContain(files)
      seen++
    }
    child.kill('SIGKILL')
  })

  /** How many files a reader finds who has opened the folder; undefined when it was replaced meanwhile. */
  function filesAtOnce(): number | undefined {
    try {
      const before = statSync(out).ino
      const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
      return statSync(out).ino === before ? found : undefined
    } catch {
      return undefined
    }
  }

  test('killed between the two renames, it is put back first of all', async () => {
    await publish(out, version('a'), origin, [])
    const before = snapshot(out)
    const staged = await stage(out, version('b'))
    const child = spawnSync(process.execPath, ['--version'])
    const dead = staged.replace(`-${process.pid}-`, `-${child.pid}-`)
    renameSync(staged, dead)
    renameSync(out, `${dead}-old`)
    await prepareFolder(out, [])
    expect(snapshot(out)).toEqual(before)
    await publish(out, version('b'), origin, [])
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('version b')
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })
})
