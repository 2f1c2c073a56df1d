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

test('the command serves at the next free port, writes nothing, starts no browser, and ends at once when it is told to', async () => {
  const start = () =>
    spawn(process.execPath, ['build.ts', '--watch', join(home, 'deck')], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const children = [start(), start()]
  const texts = await Promise.all(children.map((child) => printed(child, 'ready in')))
  const [first, second] = texts.map((text) => /http:\S+/.exec(text)?.[0] ?? '')
  expect(first).not.toBe(second)
  expect(await (await fetch(`${first}read.html`)).text()).toContain('id="beta"')
  // A page that is listening keeps nothing alive.
  const listening = await fetch(`${second}live/events?page=index.html`)
  children[0]?.kill('SIGINT')
  children[1]?.kill('SIGTERM')
  const codes = await Promise.all(children.map((child) => once(child, 'exit').then(([code]) => code)))
  expect(codes).toEqual([130, 143])
  await listening.text().catch(() => undefined)
  expect(existsSync(join(home, 'deck/dist'))).toBe(false)
})
