import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createProfile } from '../../src/browser/profile.ts'
import { ownedName } from '../../src/util/owned-name.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-profile-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

test('a folder for this user only, gone when it is removed, with all that is in it', () => {
  const profile = createProfile('/usr/bin/chromium', work)
  const [name = ''] = readdirSync(work)
  expect(statSync(join(work, name)).mode & 0o777).toBe(0o700)
  expect(profile.arguments).toEqual([`--user-data-dir=${join(work, name, 'profile')}`])
  writeFileSync(join(work, name, 'left'), '')
  profile.remove()
  expect(readdirSync(work)).toEqual([])
})

test('the headless shell keeps no settings', () => {
  const profile = createProfile('/opt/chrome-headless-shell', work)
  expect(profile.arguments).toEqual([])
  profile.remove()
})

test('what dead processes left is swept; what is of others stays', () => {
  const { pid = 0 } = spawnSync('true')
  const dead = `countdown-story-${ownedName(pid)}`
  const kept = [
    `countdown-story-${ownedName(process.ppid)}`,
    `countdown-story-${ownedName(pid, '0a1b2c3d')}`,
    'countdown-story-mine',
    `countdown-story-${pid}`,
    `other-${ownedName(pid)}`,
  ]
  for (const name of [dead, ...kept]) mkdirSync(join(work, name))
  const target = join(work, 'target')
  mkdirSync(target)
  symlinkSync(target, join(work, `countdown-story-${ownedName(pid)}`))
  createProfile('/usr/bin/chromium', work).remove()
  expect(readdirSync(work).sort()).toEqual([...kept, 'target'].sort())
  expect(existsSync(target)).toBe(true)
})

test.runIf(process.platform === 'linux')(
  'a temporary folder with a long path leaves no room for a socket, so another one is taken',
  () => {
    const long = join(work, 'x'.repeat(60))
    const before = process.env.TMPDIR
    process.env.TMPDIR = long
    const profile = createProfile('/usr/bin/chromium')
    process.env.TMPDIR = before ?? ''
    if (before === undefined) delete process.env.TMPDIR
    expect(profile.env.TMPDIR).toMatch(/^\/tmp\/countdown-story-/)
    expect(`${profile.env.TMPDIR}/org.chromium.Chromium.XXXXXX/SingletonSocket`.length).toBeLessThan(108)
    profile.remove()
  },
)
