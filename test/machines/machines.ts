import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { type Machine, machines } from './machine.ts'

/*
 * `npm run machines`: runs the tests on machines that differ in fonts, browsers, users, languages and neighbours, one after the
 * other, and prints a table. Some by their letters, and some tests alone: `npm run machines -- a d test/browser`.
 */

const ROOT = join(import.meta.dirname, '../..')
/** Most time that one machine may take, in ms. */
const PATIENCE = 20 * 60_000

const letters = process.argv.slice(2).filter((word) => /^[a-z]$/.test(word))
const filters = process.argv.slice(2).filter((word) => !letters.includes(word))
const work = mkdtempSync(join(tmpdir(), 'countdown-machines-'))
chmodSync(work, 0o777)

/** How the tests went on one machine: counts where there are some, a word, and where all that was said is kept. */
interface Result {
  passed: string
  failed: string
  note: string
}

async function tryOn(machine: Machine): Promise<Result> {
  if (machine.skip !== undefined) return { passed: '–', failed: '–', note: `skipped: ${machine.skip}` }
  const log = join(work, `${machine.name[0]}.txt`)
  const neighbours = Array.from({ length: machine.neighbours ?? 0 }, () => spawn(process.execPath, ['-e', 'for (;;);']))
  const begun = performance.now()
  const end = await run(machine, log).finally(() => {
    for (const neighbour of neighbours) neighbour.kill('SIGKILL')
  })
  const said = readFileSync(log, 'utf8')
  const [, passed = '–', failed = '–'] = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? []
  const seconds = Math.round((performance.now() - begun) / 1000)
  return { passed, failed, note: end === 0 ? `fine, ${seconds} s` : `${end}, ${seconds} s; see ${log}` }
}

/** Runs the command in a group of its own, which is ended when it takes too long. Resolves to 0, or says how it ended. */
async function run({ wrapper = [], env, command }: Machine, log: string): Promise<0 | string> {
  const [program = '', ...args] = [...wrapper, ...(command ?? ['npm', 'test', '--', ...filters])]
  const to = createWriteStream(log)
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  child.stdout.pipe(to, { end: false })
  child.stderr.pipe(to, { end: false })
  const timer = setTimeout(() => killGroup(child), PATIENCE)
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  to.end()
  await finished(to)
  if (code === 0) return 0
  return signal === 'SIGKILL' ? `ended after ${PATIENCE / 60_000} minutes` : `exit ${code ?? signal}`
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

const chosen = machines(work).filter(({ name }) => letters.length === 0 || letters.includes(name[0] ?? ''))
const rows: (Result & { name: string })[] = []
for (const machine of chosen) {
  const result = await tryOn(machine)
  rows.push({ name: machine.name, ...result })
  process.stdout.write(
    `${machine.name.padEnd(44)} ${result.passed.padStart(6)} passed ${result.failed.padStart(4)} failed  ${result.note}\n`,
  )
}
const isFine = rows.every(({ note }) => /^(fine|skipped)/.test(note))
if (isFine) rmSync(work, { recursive: true, force: true })
process.exitCode = isFine ? 0 : 1
