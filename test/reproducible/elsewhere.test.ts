import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { built } from '../built.ts'
import { buildUnder, type Conditions, copyProject, differences, hashesOf, ROOT } from './elsewhere.ts'
import { makeCarelessDeck, TOLD } from './habits.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-reproducible-'))
// The browser, which is the same, is not unpacked once more.
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
const FAR: Conditions = {
  timeZone: 'Asia/Kathmandu',
  language: 'tr_TR.UTF-8',
  umask: '077',
  from: '/',
  home: join(work, 'a home with blanks'),
  cache,
}
const NEAR: Conditions = { ...FAR, timeZone: 'America/St_Johns', language: 'C', umask: '022', from: ROOT, home: homedir() }

let copy = ''
beforeAll(() => {
  copy = copyProject(join(work, 'pläce with blanks', 'project'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe.runIf(process.platform !== 'win32')('the same input gives the same bytes wherever and whenever it is built', () => {
  test('every output of a small deck, careless of machines', async () => {
    const [here, there] = [join(work, 'here'), join(work, 'far', 'there')]
    mkdirSync(join(work, 'far'))
    const flags = ['--notes', '--base-url', 'https://example.org/story']
    await Promise.all([
      buildUnder(NEAR, ROOT, [makeCarelessDeck(join(work, 'deck')), '--out', here, ...flags]),
      buildUnder(FAR, copy, [makeCarelessDeck(join(work, 'far', 'dèck')), '--out', there, ...flags]),
    ])
    const hashes = hashesOf(here)
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['index.html', 'notes.pdf', 'handout.pdf', 'share/story.png']))
    expect(differences(hashes, hashesOf(there))).toEqual([])
    expect(readFileSync(join(here, 'data/told.txt'), 'utf8')).toBe(TOLD)
    expect(readFileSync(join(here, 'index.html'), 'utf8')).toContain('A door opens on 1.234.567,5, 1.1.1970')
  })

  test('scripts, styles and the moving chart of the real deck, built by another test elsewhere', async () => {
    const there = join(work, 'real')
    await buildUnder(FAR, copy, [copy, '--only', 'deck', '--out', there])
    const all = hashesOf(await built())
    const hashes = hashesOf(there)
    // Pages have links to what is made with them, and lists name it.
    const alike = Object.keys(hashes).filter((path) => path.startsWith('assets/'))
    expect(alike.length).toBeGreaterThan(10)
    for (const path of alike) expect([path, hashes[path]]).toEqual([path, all[path]])
  })
})
