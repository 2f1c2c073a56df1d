import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EnvironmentError } from '../../src/util/diagnostic.ts'
import { privateFolder } from '../../src/util/private-folder.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-private-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const modeOf = (path: string) => statSync(path).mode & 0o777

test('it is made for its owner only, whatever the umask', () => {
  const before = process.umask(0o277)
  const folder = privateFolder([join(work, 'new')])
  process.umask(before)
  expect(modeOf(folder)).toBe(0o700)
})

test('one that is open to others is closed', () => {
  const open = join(work, 'open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  expect(modeOf(privateFolder([open]))).toBe(0o700)
})

test('a link, a file and a place that cannot be written are passed over', () => {
  mkdirSync(join(work, 'elsewhere'))
  symlinkSync(join(work, 'elsewhere'), join(work, 'link'))
  writeFileSync(join(work, 'file'), '')
  const places = [join(work, 'link'), join(work, 'file'), join(work, 'file', 'below'), join(work, 'good')]
  expect(privateFolder(places)).toBe(join(work, 'good'))
})

test.runIf(process.getuid?.() === 0)("another user's folder is passed over (needs root to make one)", async () => {
  const { chownSync } = await import('node:fs')
  mkdirSync(join(work, 'theirs'), { mode: 0o777 })
  chownSync(join(work, 'theirs'), 12345, 12345)
  expect(privateFolder([join(work, 'theirs'), join(work, 'mine')])).toBe(join(work, 'mine'))
})

test('without any place it says what to do', () => {
  expect(() => privateFolder([join(work, 'file')])).toThrow(EnvironmentError)
  expect(() => privateFolder([join(work, 'file')])).toThrow(/Set XDG_CACHE_HOME/)
})
