import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bundledBrowser, bundledFonts } from '../../src/browser/bundled.ts'
import { ownedName } from '../../src/util/owned-name.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-bundled-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const REAL = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium')
const SCRIPT = `#!/bin/sh\necho genuine\n#${'x'.repeat(3_000_000)}\n`

/** A package like the real one, whose browser is a small script: what matters here is how it gets into place. */
const PACKAGE = join(work, 'package')
mkdirSync(join(PACKAGE, 'bin'), { recursive: true })
writeFileSync(join(PACKAGE, 'package.json'), '{"version":"1.2.3"}')
const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
writeFileSync(join(PACKAGE, 'bin', 'chromium.br'), brotliCompressSync(SCRIPT, fast))
for (const name of ['al2023.tar.br', 'fonts.tar.br'])
  writeFileSync(join(PACKAGE, 'bin', name), readFileSync(join(REAL, 'bin', name)))

let cache = ''
let home = ''
let count = 0
beforeEach(() => {
  cache = join(work, `cache-${count++}`)
  home = join(cache, 'chromium-1.2.3')
  mkdirSync(cache, { mode: 0o700 })
})

const start = () => bundledBrowser(PACKAGE, cache)
const say = (path: string) => spawnSync(path, { encoding: 'utf8' }).stdout.trim()

test('browser and libraries, for nobody else to read', async () => {
  const { path, env } = await start()
  expect(say(path)).toBe('genuine')
  expect(readdirSync(env.LD_LIBRARY_PATH ?? '')).toEqual(
    expect.arrayContaining(['libnss3.so', 'libnspr4.so', 'libnssutil3.so', 'libexpat.so.1']),
  )
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }))
    expect(statSync(join(home, name)).mode & 0o077).toBe(0)
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
})

test('fonts have a folder of their own, which other browsers use without the bundled one', async () => {
  const fonts = await bundledFonts(PACKAGE, cache)
  expect(readdirSync(fonts, { recursive: true })).toContain('Open_Sans/OpenSans-Regular.ttf')
  expect(readdirSync(cache)).toEqual(['fonts-1.2.3'])
})

test('the second start extracts nothing', async () => {
  const { path } = await start()
  const before = statSync(path, { bigint: true })
  await start()
  expect(statSync(path, { bigint: true })).toMatchObject({ ino: before.ino, ctimeNs: before.ctimeNs })
})

const EVIL = '#!/bin/sh\necho evil\n'
const planted: { name: string; plant: () => void }[] = [
  { name: 'a browser of the right name', plant: () => plantFile(EVIL) },
  { name: 'a browser of the right size', plant: () => plantFile(EVIL.padEnd(SCRIPT.length)) },
  { name: 'a link in place of the folder', plant: () => symlinkSync(plantElsewhere(), home) },
  { name: 'a file in place of the folder', plant: () => writeFileSync(home, EVIL) },
  { name: 'an empty folder', plant: () => mkdirSync(home) },
  { name: 'a record that fits what was planted', plant: () => plantFile(EVIL, '[]') },
  { name: 'a record that is a link', plant: () => symlinkSync('/etc/hostname', join(plantFile(EVIL), 'extracted.json')) },
]

function plantFile(contents: string, record?: string): string {
  mkdirSync(home, { mode: 0o700 })
  writeFileSync(join(home, 'chrome-headless-shell'), contents, { mode: 0o700 })
  if (record !== undefined) writeFileSync(join(home, 'extracted.json'), record, { mode: 0o600 })
  return home
}

function plantElsewhere(): string {
  const elsewhere = join(cache, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'chrome-headless-shell'), EVIL, { mode: 0o755 })
  return elsewhere
}

describe('what was planted before the first start is never run', () => {
  test.for(planted)('$name', async ({ plant }) => {
    plant()
    expect(say((await start()).path)).toBe('genuine')
  })
})

const spoilt: { name: string; spoil: () => void }[] = [
  { name: 'the browser cut off', spoil: () => truncateSync(join(home, 'chrome-headless-shell'), 1000) },
  { name: 'the browser changed', spoil: () => writeFileSync(join(home, 'chrome-headless-shell'), EVIL.padEnd(SCRIPT.length)) },
  { name: 'the browser gone', spoil: () => unlinkSync(join(home, 'chrome-headless-shell')) },
  { name: 'a library added', spoil: () => writeFileSync(join(home, 'lib', 'libc.so.6'), 'evil', { mode: 0o600 }) },
  {
    name: 'a library exchanged for a link',
    spoil: () => {
      unlinkSync(join(home, 'lib', 'libnss3.so'))
      symlinkSync('/etc/hostname', join(home, 'lib', 'libnss3.so'))
    },
  },
  { name: 'the record cut off', spoil: () => truncateSync(join(home, 'extracted.json'), 20) },
  { name: 'the folder open to others', spoil: () => chmodSync(home, 0o777) },
]

describe('what was spoilt after the first start is extracted anew', () => {
  test.for(spoilt)('$name', async ({ spoil }) => {
    await start()
    spoil()
    const { path } = await start()
    expect(say(path)).toBe('genuine')
    expect(existsSync(join(home, 'lib', 'libc.so.6'))).toBe(false)
    expect(statSync(join(home, 'lib', 'libnss3.so')).size).toBeGreaterThan(1_000_000)
    expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
  })
})

/** Starts in a process of its own, so that it can be killed. */
function startElsewhere() {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/browser/bundled.ts'))
  const code = `import { bundledBrowser, bundledFonts } from ${module}\nprocess.stdout.write('begun\\n')\nconst { path } = await bundledBrowser(${JSON.stringify(PACKAGE)}, ${JSON.stringify(cache)})\nprocess.stdout.write(path)`
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('six starts at once all get a whole browser', async () => {
  const children = Array.from({ length: 3 }, startElsewhere)
  const ended = Promise.all(children.map((child) => once(child, 'exit')))
  const here = await Promise.all([start(), start(), start()])
  expect((await ended).map(([code]) => code)).toEqual([0, 0, 0])
  expect(here.map(({ path }) => say(path))).toEqual(['genuine', 'genuine', 'genuine'])
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
})

test('a kill in the middle harms no later start and is swept by it', async () => {
  for (const moment of [0, 5, 10, 20, 30, 45]) {
    const child = startElsewhere()
    await once(child.stdout, 'data')
    await sleep(moment)
    child.kill('SIGKILL')
    await once(child, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
  expect(say((await start()).path)).toBe('genuine')
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
})

test('what another container, whose processes look dead here, is about to extract is swept an hour after it was last touched', async () => {
  const { pid = 0 } = spawnSync('true')
  const begun = `${home}.${ownedName(pid, '0a1b2c3d')}`
  mkdirSync(begun, { mode: 0o700 })
  writeFileSync(join(begun, 'chrome-headless-shell'), 'half')
  const hours = (ago: number) => Date.now() / 1000 - ago * 3600
  utimesSync(begun, hours(2), hours(2))
  await start()
  expect(existsSync(begun)).toBe(true)
  utimesSync(join(begun, 'chrome-headless-shell'), hours(2), hours(2))
  await start()
  expect(existsSync(begun)).toBe(false)
})

test('a broken package leaves nothing behind', async () => {
  const broken = join(work, 'broken')
  spawnSync('cp', ['-r', PACKAGE, broken])
  truncateSync(join(broken, 'bin', 'chromium.br'), 100)
  await expect(bundledBrowser(broken, cache)).rejects.toThrow(/unexpected end of file/)
  expect(readdirSync(cache)).toEqual([])
})

test('a cache that moved is used where it now is', async () => {
  const { ino } = statSync((await start()).path)
  const moved = join(work, 'moved')
  renameSync(cache, moved)
  const { path } = await bundledBrowser(PACKAGE, moved)
  expect(statSync(path).ino).toBe(ino)
})
