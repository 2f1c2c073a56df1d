import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProfile } from '../../src/browser/profile.ts'
import { runFolder } from '../run-folder.ts'
import { survivorsOf } from './processes.ts'

const work = runFolder('left-behind')

const ends = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'throw', 'exit'] as const
const cases = [
  ...ends.map((end) => ({ end, browser: 'chrome-headless-shell' })),
  ...(['SIGKILL', 'exit'] as const).map((end) => ({ end, browser: 'chrome' })),
]
test.concurrent.for(cases)('nothing is left behind when Node ends by $end, with $browser', async ({ end, browser }) => {
  const temporary = mkdtempSync(join(work, 'tmp-'))
  const named = join(mkdtempSync(join(work, 'named-')), browser)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'print-forever.ts'), named, end], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: temporary },
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const group = Number(String(said))
  expect(group).toBeGreaterThan(1)
  if (end.startsWith('SIG')) child.kill(end as NodeJS.Signals)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(await survivorsOf(group)).toEqual([])
  // Nobody can tidy up after a kill or a signal that nobody handles; the next start does.
  createProfile('chrome', temporary).remove()
  expect(readdirSync(temporary)).toEqual([])
})
