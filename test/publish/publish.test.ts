import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { EnvironmentError, UsageError } from '../../src/problem.ts'
import { withLock } from '../../src/publish/lock.ts'
import { prepareFolder, publish } from '../../src/publish/publish.ts'
import { stage } from '../../src/publish/stage.ts'
import { swap } from '../../src/publish/swap.ts'
import { version } from './publish-forever.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-publish-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const provenance = { generator: 'countdown-story test', inputHash: 'x', sources: [] }
let out = ''
let count = 0
beforeEach(() => {
  out = join(work, `case-${count++}`, 'dist')
  mkdirSync(dirname(out))
})

/** Every file of a folder with its hash. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(
    files.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length), hash(path)]),
  )
}

async function snapshotOf(name: 'a' | 'b'): Promise<Record<string, string>> {
  const folder = join(work, `reference-${name}-${count}`, 'dist')
  await publish(folder, version(name), provenance)
  return snapshot(folder)
}

describe('what is published', () => {
  test('the files, and a manifest that lists them with size and hash', async () => {
    const manifest = await publish(
      out,
      [
        { path: 'data/b.csv', contents: 'é' },
        { path: 'a.html', contents: 'a' },
      ],
      provenance,
    )
    expect(manifest.outputs).toEqual([
      { path: 'a.html', size: 1, sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb' },
      { path: 'data/b.csv', size: 2, sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c' },
    ])
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest)
  })

  test('modes do not depend on the umask, and nothing is left beside the folder', async () => {
    const before = process.umask(0o077)
    await publish(out, [{ path: 'deep/er/a.html', contents: 'a' }], provenance)
    process.umask(before)
    const modes = ['', 'deep', 'deep/er', 'deep/er/a.html'].map((path) => statSync(join(out, path)).mode & 0o777)
    expect(modes).toEqual([0o755, 0o755, 0o755, 0o644])
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })

  test('an earlier build is replaced whole', async () => {
    await publish(out, version('a'), provenance)
    await publish(out, [{ path: 'only.html', contents: '' }], provenance)
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'only.html'])
  })
})

describe('a folder that is not ours is refused and stays as it was', () => {
  const refused = async (folder: string, why: RegExp, sources: string[] = []) => {
    const error = await publish(folder, version('a'), { ...provenance, sources }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UsageError)
    expect(String(error)).toMatch(why)
  }

  test('one with foreign files', async () => {
    mkdirSync(join(out, 'deep'), { recursive: true })
    writeFileSync(join(out, 'deep', 'thesis.txt'), 'years of work')
    await refused(out, /holds a file that no build wrote, such as deep\/thesis\.txt/)
    expect(readFileSync(join(out, 'deep', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('one of ours with a foreign file added', async () => {
    await publish(out, version('a'), provenance)
    writeFileSync(join(out, 'notes.txt'), 'mine')
    await refused(out, /notes\.txt/)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('version a')
  })

  test('one whose manifest is not ours', async () => {
    mkdirSync(out)
    writeFileSync(join(out, 'manifest.json'), '{"generator":"other","outputs":[]}')
    await refused(out, /manifest\.json/)
  })

  test('the source folder, a folder around it, the root and home', async () => {
    mkdirSync(out)
    await refused(out, /is or holds/, [out])
    await refused(dirname(out), /is or holds/, [out])
    await refused('/', /is or holds/)
    await refused(process.env.HOME ?? '/root', /is or holds/)
    expect(existsSync(out)).toBe(true)
  })

  test('a file and a link', async () => {
    writeFileSync(out, 'a file')
    await refused(out, /is not a folder/)
    const link = join(dirname(out), 'link')
    mkdirSync(join(dirname(out), 'target'))
    symlinkSync('target', link)
    await refused(link, /is a symbolic link/)
    expect(readFileSync(out, 'utf8')).toBe('a file')
  })
})

describe('whatever happens, the folder is the whole old or the whole new one', () => {
  test('killed at random moments', async () => {
    const allowed = [await snapshotOf('a'), await snapshotOf('b')]
    await publish(out, version('a'), provenance)
    for (let round = 0; round < 12; round++) {
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
    let seen = 0
    for (const end = Date.now() + 400; Date.now() < end; seen++) expect(existsSync(join(out, 'manifest.json'))).toBe(true)
    child.kill('SIGKILL')
    expect(seen).toBeGreaterThan(100)
  })

  const tmpfs = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mkdtempSync(join(work, 'probe-'))]).status === 0
  if (tmpfs)
    for (const name of readdirSync(work).filter((entry) => entry.startsWith('probe-'))) execFileSync('umount', [join(work, name)])

  test.skipIf(!tmpfs)('on a full disk (skipped where no tmpfs can be mounted)', async () => {
    const disk = dirname(out)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    try {
      const old = [{ path: 'index.html', contents: 'old' }]
      await publish(out, old, provenance)
      const before = snapshot(out)
      const error = await publish(out, [{ path: 'big.bin', contents: Buffer.alloc(2_000_000) }], provenance).catch(
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(EnvironmentError)
      expect(String(error)).toMatch(/as it was: the disk is full/)
      expect(snapshot(out)).toEqual(before)
      expect(readdirSync(disk)).toEqual(['dist'])
    } finally {
      execFileSync('umount', [disk])
    }
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

  test('where folders cannot be exchanged', async () => {
    await publish(out, version('a'), provenance)
    const staged = await stage(out, version('b'))
    await swap(staged, out, () => false)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('version b')
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })

  test('a planted link in place of the lock is not followed', async () => {
    const thesis = join(dirname(out), 'thesis.txt')
    writeFileSync(thesis, 'years of work')
    symlinkSync(thesis, join(dirname(out), '.dist.lock'))
    const error = await publish(out, version('a'), provenance).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(readFileSync(thesis, 'utf8')).toBe('years of work')
  })

  test.skipIf(!tmpfs)('when the folder is itself a mounted disk', async () => {
    mkdirSync(out)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out])
    try {
      const error = await publish(out, version('a'), provenance).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(EnvironmentError)
      expect(String(error)).toMatch(/a disk is mounted there; .*name a folder inside it/)
      expect(readdirSync(dirname(out))).toEqual(['dist'])
    } finally {
      execFileSync('umount', [out])
    }
  })

  test.skipIf(!tmpfs)('on a disk that is full to the last byte', async () => {
    const disk = dirname(out)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk])
    try {
      await publish(out, [{ path: 'index.html', contents: 'old' }], provenance)
      const before = snapshot(out)
      expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(300_000))).toThrow('ENOSPC')
      const error = await publish(out, [{ path: 'index.html', contents: 'new'.repeat(5000) }], provenance).catch(
        (reason: unknown) => reason,
      )
      expect(String(error)).toMatch(/as it was: the disk is full/)
      expect(snapshot(out)).toEqual(before)
      expect(readdirSync(disk).sort()).toEqual(['dist', 'filler'])
    } finally {
      execFileSync('umount', [disk])
    }
  })

  test('a failure half-way leaves no staging folder', async () => {
    await expect(
      publish(
        out,
        [
          { path: 'a', contents: '' },
          { path: 'a/b', contents: '' },
        ],
        provenance,
      ),
    ).rejects.toThrow()
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(dirname(out))).toEqual([])
  })
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
    const first = withLock(out, () => sleep(400))
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
