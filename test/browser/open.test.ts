import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundledBrowser } from '../../src/browser/bundled.ts'
import type { Candidate } from '../../src/browser/find.ts'
import { openBrowser } from '../../src/browser/open.ts'
import { NoBrowserError } from '../../src/util/diagnostic.ts'
import { script, work } from './script.ts'

const failing: { name: string; path: () => string; message: RegExp }[] = [
  { name: 'a path that does not exist', path: () => join(work, 'missing'), message: /missing.*ENOENT/ },
  { name: 'a file that may not be run', path: () => script('plain.txt', '', 0o644), message: /EACCES/ },
  {
    name: 'a program that ends at once',
    path: () => script('ends', 'echo "error: no libnss3" >&2; exit 7'),
    message: /code 7: error: no libnss3/,
  },
  {
    name: 'a program that closes the pipe and lingers',
    path: () => script('closes', 'exec 3<&- 4>&-; sleep 5'),
    message: /closes.*: /,
  },
  {
    name: 'a program that says something else',
    path: () => script('says', "printf 'rubbish\\0' >&4; sleep 5"),
    message: /it does not answer as a browser does/,
  },
]
test.for(failing)('$name: it says why', async ({ path, message }) => {
  const candidates: Candidate[] = [{ path: path(), source: 'PUPPETEER_EXECUTABLE_PATH' }]
  const error = await openBrowser({ candidates }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(NoBrowserError)
  expect(String(error)).toMatch(message)
  expect(String(error)).toContain('(PUPPETEER_EXECUTABLE_PATH)')
})

test('one that was killed while it started is started again', async () => {
  const { path, env } = await bundledBrowser()
  const marker = join(work, 'was-killed')
  const killedOnce = script(
    'killed-once',
    `[ -e ${marker} ] || { : > ${marker}; kill -9 $$; }\nexport LD_LIBRARY_PATH=${env.LD_LIBRARY_PATH}\nexec ${path} "$@"`,
  )
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const running = await openBrowser({ candidates: [{ path: killedOnce, source: 'installed' }], say })
  expect(await running.browser.version()).toContain('Chrome')
  expect(said[0]).toMatch(
    /^the browser is .*Chrome\/\S+ at .*killed-once \(installed\); PDFs and pictures may differ in some bytes/,
  )
  running.kill()
})

test('one that never answers is given up', async () => {
  const candidates: Candidate[] = [{ path: script('mute', 'exec sleep 600'), source: 'installed' }]
  const error = await openBrowser({ candidates, patience: 500 }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(NoBrowserError)
  expect(String(error)).toMatch(/mute \(installed\): it did not answer within 0.5 s/)
})

test('a sandbox that cannot be used: it says what to allow', async () => {
  const path = script('no-sandbox', 'echo "[1:2:FATAL:zygote.cc] No usable sandbox!" >&2; exit 134')
  const error = await openBrowser({ candidates: [{ path, source: 'installed' }] }).catch((reason: unknown) => reason)
  expect(String(error)).toMatch(/No usable sandbox!; allow unprivileged user namespaces/)
})

test('the next one is used when the first does not start', async () => {
  const said: string[] = []
  const running = await openBrowser({
    candidates: [{ path: script('broken', 'exit 1'), source: 'installed' }, { source: 'bundled' }],
    systemFonts: true,
    say: (message) => void said.push(message),
  })
  expect(await running.browser.version()).toContain('Chrome')
  expect(said.slice(0, 2)).toEqual([
    expect.stringMatching(/broken \(installed\): it ended with code 1/),
    expect.stringMatching(/^the fonts of this machine are used, too; PDFs and pictures may differ/),
  ])
  running.kill()
})
