import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'countdown-watch-command-'))

beforeAll(() => cpSync(join(ROOT, 'test/decks/minimal'), join(home, 'deck'), { recursive: true }))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Resolves to all that was printed when it contains a part. */
async function printed(child: ChildProcess, part: string): Promise<string> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += chunk
    if (text.includes(part)) return text
  }
  throw new Error(text)
}

test('the command serves, writes nothing, starts no browser, and ends at once when it is told to', async () => {
  const child = spawn(process.execPath, ['build.ts', '--watch', join(home, 'deck')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = /http:\S+/.exec(await printed(child, 'ready in'))?.[0] ?? ''
  expect(await (await fetch(`${address}read.html`)).text()).toContain('id="beta"')
  // A page that is listening keeps nothing alive.
  const listening = await fetch(`${address}live/events?page=index.html`)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  await listening.text().catch(() => undefined)
  expect(existsSync(join(home, 'deck/dist'))).toBe(false)
})
