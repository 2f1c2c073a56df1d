import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { publish } from '../../src/publish/publish.ts'
import { stage } from '../../src/publish/swap.ts'
import { freshFolder, origin, snapshot, snapshotOf } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

test('of many builds at once each is whole, and nothing is left beside the last', async () => {
  const allowed = [await snapshotOf('a'), await snapshotOf('b')]
  const out = freshFolder()
  await Promise.all(Array.from({ length: 8 }, (_, index) => publish(out, version(index % 2 ? 'a' : 'b'), origin, [])))
  expect(allowed).toContainEqual(snapshot(out))
  expect(readdirSync(dirname(out))).toEqual(['dist'])
})

test('what a build stages is removed when that build is gone, and no earlier', async () => {
  const out = freshFolder()
  const beside = dirname(out)
  const running = await stage(out, version('a'))
  const { pid } = spawnSync(process.execPath, ['--version'])
  const [prefix, machine] = running.slice(beside.length + 1).split(/-/)
  const names = {
    running: running.slice(beside.length + 1),
    other: `${prefix}-${machine}-${process.ppid}-01234567`,
    dead: `${prefix}-${machine}-${pid}-01234567`,
    old: `${prefix}-${machine}-${pid}-01234567-old`,
    going: `${prefix}-${machine}-${pid}-01234567-old-gone`,
    elsewhere: `${prefix}-00000000-1-01234567`,
    longAgo: `${prefix}-00000000-1-89abcdef`,
  }
  for (const name of [names.other, names.dead, names.old, names.going, names.elsewhere, names.longAgo])
    mkdirSync(join(beside, name, 'part'), { recursive: true })
  const touch = (name: string, time: string) => utimesSync(join(beside, name), new Date(time), new Date(time))
  touch(names.longAgo, '2026-01-01T23:00Z')
  touch(names.elsewhere, '2026-01-02T01:00Z')
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-03T00:00Z') })
  await publish(out, version('b'), origin, []).finally(() => vi.useRealTimers())
  expect(readdirSync(beside).sort()).toEqual([names.other, names.elsewhere, names.running, 'dist'].sort())
})
