import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const DECK = join(ROOT, 'test/decks/minimal')
const work = mkdtempSync(join(tmpdir(), 'countdown-environment-'))
// Temporary files of a browser go elsewhere when the path is long.
const disk = mkdtempSync('/tmp/disk-')
const at = (path: string) => join(work, path)
writeFileSync(at('file'), 'a file')
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0
if (isMounted) spawnSync('sh', ['-c', `head -c 100000 /dev/zero > ${disk}/filler`])
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk])
  for (const folder of [disk, work]) rmSync(folder, { recursive: true, force: true })
})

/** An environment, and what must come of a build in it. */
interface Event {
  name: string
  /** Added to the environment; null takes away. */
  env?: Readonly<Record<string, string | null>>
  /** What the shell does before it starts the build. */
  before?: string
  /** What it does with the report. */
  after?: string
  /** The deck's folder; the smallest unless given. */
  deck?: string
  /** Makes the deck alone, which needs no browser. */
  withoutBrowser?: true
  code: number
  says?: RegExp
  /** Files that must be there, or must not (`!`), beside those that are always made. */
  made?: string
}

const EVENTS: readonly Event[] = [
  {
    name: 'a browser that is not there: three ways to fix it, and the pages are made',
    env: { PUPPETEER_EXECUTABLE_PATH: at('nobody') },
    code: 3,
    says: /install Google Chrome.*PUPPETEER_EXECUTABLE_PATH.*npx puppeteer browsers install/s,
    made: 'index.html !slides.pdf',
  },
  {
    name: 'a file in place of the folder for temporary files',
    env: { TMPDIR: '/dev/null' },
    code: 3,
    says: /set XDG_CACHE_HOME and TMPDIR to folders that you can write/,
    made: 'index.html !slides.pdf',
  },
  {
    name: 'a full disk for browser and temporary files (where one can be mounted)',
    env: { XDG_CACHE_HOME: disk, TMPDIR: disk },
    code: isMounted ? 3 : 0,
    ...(isMounted && { says: /set XDG_CACHE_HOME and TMPDIR to folders that you can write, with 300 MB free/ }),
  },
  {
    name: 'a home where there can be no folder (Node would look for one for ever), and nobody who reads',
    env: { HOME: '/proc', XDG_CACHE_HOME: null },
    after: '>&-',
    withoutBrowser: true,
    code: 0,
  },
  {
    name: 'nowhere at all where there can be a folder',
    env: { HOME: '/proc', XDG_CACHE_HOME: '/proc/none/of/these', TMPDIR: '/proc' },
    code: 3,
    says: /no private folder for the browser: .*mkdir '\/proc\/none'.*Set XDG_CACHE_HOME to a folder of your own(?!.*Any of these helps)/s,
    made: 'index.html !slides.pdf',
  },
  {
    name: 'outputs where there can be no folder',
    after: '--out /proc/none/of/these',
    withoutBrowser: true,
    code: 3,
    says: /\/proc\/none\/of\/these was not written and is as it was: there can be no folder at this place/,
  },
  {
    name: 'fewer open files than slides',
    before: 'ulimit -n 48',
    deck: ROOT,
    withoutBrowser: true,
    code: 3,
    says: /too few files may be open at once on this machine; allow more and build again: `ulimit -n 1024`/,
    made: '!index.html',
  },
  {
    name: 'fewer open files than Node itself needs for a thread',
    before: 'ulimit -n 27',
    withoutBrowser: true,
    code: 3,
    says: /too few files may be open at once/,
    made: '!index.html',
  },
  {
    name: 'no home, a language and a time zone that are none, and an empty date',
    env: { HOME: null, LANG: 'xx_YY', LC_ALL: 'tlh', TZ: 'Middle/Earth', SOURCE_DATE_EPOCH: '' },
    code: 0,
    made: 'slides.pdf',
  },
  {
    name: 'a date for the documents that is none',
    env: { SOURCE_DATE_EPOCH: 'yesterday' },
    code: 2,
    says: /^SOURCE_DATE_EPOCH: found `yesterday`, expected whole seconds since 1970/m,
    made: '!index.html',
  },
  {
    name: 'a home that is not there, a cache that is a file, nothing to read from, files for nobody, and a reader who stops after a line',
    env: { HOME: at('nobody'), XDG_CACHE_HOME: at('file') },
    before: 'umask 777',
    after: '<&- | head -1; exit $PIPESTATUS',
    withoutBrowser: true,
    code: 0,
  },
  {
    name: 'a folder that is gone',
    before: `mkdir ${at('gone')}; cd ${at('gone')}; rmdir ${at('gone')}`,
    withoutBrowser: true,
    code: 3,
    says: /the folder in which this was started is gone/,
    made: '!index.html',
  },
]

let count = 0
function build({
  env = {},
  before = ':',
  after = '',
  withoutBrowser,
  deck = DECK,
}: Event): Promise<{ code: number; said: string; out: string }> {
  const out = join(work, `dist-${count++}`)
  const only = withoutBrowser ? 'deck' : 'deck,slides'
  const merged = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== null))
  const command = `${before}; '${process.execPath}' '${ROOT}/build.ts' '${deck}' --out '${out}' --only ${only} ${after}`
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { env: merged as NodeJS.ProcessEnv }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr, out }),
    )
  })
}

describe.runIf(process.platform !== 'win32')('a build with', () => {
  test.concurrent.for(EVENTS)('$name', async (event) => {
    const { code, said, out } = await build(event)
    expect({ code, said }).toEqual({ code: event.code, said: event.says ? expect.stringMatching(event.says) : said })
    for (const file of (event.made ?? '').split(' ').filter(Boolean))
      expect([file, existsSync(join(out, file.replace('!', '')))]).toEqual([file, !file.startsWith('!')])
    if (existsSync(out)) expect((statSync(out).mode & 0o777).toString(8)).toBe('755')
    expect(said).not.toContain('fault of the generator')
  })
})

test('nothing is left beside the outputs', () => {
  expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([])
})
