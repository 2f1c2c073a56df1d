import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { survivorsOf } from '../../browser/processes.ts'
import { runFolder } from '../../run-folder.ts'

const ROOT = join(import.meta.dirname, '../../..')
const work = runFolder('stopped-film')
const out = join(work, 'outputs', 'dist')
const deck = join(work, 'deck')
/** So many slides that no film of them is done before it is this test's turn to end it. */
const DOORS = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [`door-${letter}`, `door-of-${letter}`]).flat()

beforeAll(() => {
  mkdirSync(dirname(out))
  cpSync(join(ROOT, 'test/decks/minimal'), deck, { recursive: true })
  const declared = join(deck, 'slides/deck.ts')
  const ids = DOORS.map((id) => `'${id}'`).join(', ')
  writeFileSync(declared, readFileSync(declared, 'utf8').replace("'door'", `'door', ${ids}`))
  for (const id of DOORS)
    writeFileSync(join(deck, `slides/${id}.mdx`), `---\nlayout: statement\nstep: door\n---\n\n# Another ${id} opens\n`)
})

function commandFor(only: string): string[] {
  return [join(ROOT, 'build.ts'), deck, '--only', only, '--out', out]
}

/** The browser that a build has started, as a process group; undefined while there is none. */
function browserOf({ pid }: ChildProcess): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const groupOf = (child: string) =>
      readFileSync(`/proc/${child}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[2]
    const browser = children.find((child) => groupOf(child) === child)
    return browser === undefined ? undefined : Number(browser)
  } catch {
    // One of them has ended meanwhile.
    return undefined
  }
}

/** A build of a film that has its chart, so that nothing but the film is left to make. */
async function startFilm() {
  const build = spawn(process.execPath, commandFor('video'), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const composed = Promise.withResolvers<void>()
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (text: Buffer) => {
      said += String(text)
      if (said.includes('compile stage')) composed.resolve()
    })
  const ended = once(build, 'close') as Promise<[code: number | null, signal: NodeJS.Signals | null]>
  await Promise.race([composed.promise, ended])
  let browser = browserOf(build)
  for (; browser === undefined && build.exitCode === null; browser = browserOf(build)) await sleep(20)
  if (browser === undefined) throw new Error(`found no browser: ${said}`)
  return { build, browser, ended, said: () => said }
}

/** Every file, with its bytes, and what lies beside the folder. */
function everything(): unknown {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return [readdirSync(dirname(out)), files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'base64')])]
}

let before: unknown
beforeAll(() => {
  expect(spawnSync(process.execPath, commandFor('data'), { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  before = everything()
})

test.each([
  ['SIGKILL', [null, 'SIGKILL'], ''],
  ['SIGINT', [130, null], '\nStopped; the outputs are as they were.\n'],
] as const)(
  'a build that is ended by %s in the middle of a film leaves the outputs as they were, and no browser',
  async (signal, ending, told) => {
    const { build, browser, ended, said } = await startFilm()
    build.kill(signal)
    expect(await ended).toEqual(ending)
    expect(said()).toContain(told)
    expect(await survivorsOf(browser)).toEqual([])
    expect(everything()).toEqual(before)
  },
)

test('when its browsers are killed the build says so, and leaves the outputs as they were', async () => {
  const { build, browser, ended, said } = await startFilm()
  const seen = new Set([browser])
  for (let current: number | undefined = browser; build.exitCode === null; current = browserOf(build)) {
    if (current !== undefined) {
      seen.add(current)
      spawnSync('kill', ['-KILL', '--', `-${current}`])
    }
    await sleep(50)
  }
  expect([(await ended)[0], said()]).toEqual([3, expect.stringMatching(/the browser (?:died twice|was killed while it started)/)])
  for (const group of seen) expect(await survivorsOf(group)).toEqual([])
  expect(everything()).toEqual(before)
})
