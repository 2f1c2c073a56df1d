import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { withLock } from '../../src/publish/lock.ts'
import { publish } from '../../src/publish/publish.ts'
import { EnvironmentError } from '../../src/util/diagnostic.ts'
import { freshFolder, provenance, snapshot, snapshotOf } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

describe('two builds of one folder', () => {
  test('the second waits', async () => {
    const order: string[] = []
    const first = withLock(out, async () => {
      await sleep(150)
      order.push('first')
    })
    await withLock(out, async () => void order.push('second'))
    await first
    expect(order).toEqual(['first', 'second'])
  })

  test('and in the end says who holds it', async () => {
    const first = withLock(out, () => sleep(250))
    const error = await withLock(out, async () => undefined, 100).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(String(error)).toContain(`process ${process.pid}, since 20`)
    await first
  })

  test('a lock that a killed build left behind is no obstacle', async () => {
    writeFileSync(join(dirname(out), '.dist.lock'), JSON.stringify({ pid: process.pid, since: 'long ago' }))
    expect(await withLock(out, async () => 'done', 100)).toBe('done')
  })

  test('many at once end with one whole version and nothing beside it', async () => {
    const allowed = [await snapshotOf('a'), await snapshotOf('b')]
    await Promise.all(Array.from({ length: 8 }, (_, index) => publish(out, version(index % 2 ? 'a' : 'b'), provenance)))
    expect(allowed).toContainEqual(snapshot(out))
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })
})
