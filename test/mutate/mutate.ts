import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyProject, ROOT } from '../reproducible/elsewhere.ts'
import { findMutations, type Mutation, mutate } from './find-mutations.ts'

/*
 * `npm run mutate`: breaks single expressions of some rooms of `src/`, runs the tests of the room each time, and prints how many
 * were noticed, and where those are that were not. The same seed breaks the same: `npm run mutate -- motion check --most 30 --seed 2`.
 */

const ROOMS = ['motion', 'mdx', 'check', 'table', 'init', 'publish']
/** A mutant that makes a loop endless is noticed by this, in ms. */
const PATIENCE = 5 * 60_000

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const rooms = positionals.length > 0 ? positionals : ROOMS.filter((room) => existsSync(join(ROOT, 'src', room)))
const work = mkdtempSync(join(tmpdir(), 'countdown-mutate-'))

interface Mutant extends Mutation {
  /** Below the project. */
  file: string
  code: string
}

function mutantsOf(room: string): Mutant[] {
  const files = readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' }).sort()
  return files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join('src', room, name)
      const code = readFileSync(join(ROOT, file), 'utf8')
      return findMutations(code).map((mutation) => ({ ...mutation, file, code }))
    })
}

/** Some of them, the same for the same seed (Mulberry32). */
function sample<T>(all: readonly T[], most: number, seed: number): T[] {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
  const left = [...all]
  return Array.from({ length: Math.min(most, all.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat()
}

/** Whether the tests of a room pass in a copy of the project. */
function passes(project: string, room: string): Promise<boolean> {
  const args = [join(project, 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', '--configLoader', 'native']
  const { COUNTDOWN_BUILT: _, ...env } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args, '--config', 'test/vitest.config.ts', `test/${room}/`, `test/${room}.test`],
      { cwd: project, env: { ...env, CI: 'true' }, timeout: PATIENCE, killSignal: 'SIGKILL', maxBuffer: 1 << 26 },
      (error) => resolve(error === null),
    )
  })
}

/** Where a mutant is, and what it makes of what. */
function described({ file, code, start, end, text }: Mutant): string {
  const before = code.slice(0, start).split('\n')
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  return `${place} \`${code.slice(start, end).replaceAll(/\s+/g, ' ')}\` → \`${text.replaceAll(/\s+/g, ' ')}\``
}

try {
  const project = copyProject(join(work, 'project'))
  for (const room of rooms) {
    if (!(await passes(project, room))) throw new Error(`the tests of ${room} fail without any mutation`)
    const mutants = sample(mutantsOf(room), Number(values.most), Number(values.seed))
    let killed = 0
    for (const mutant of mutants) {
      writeFileSync(join(project, mutant.file), mutate(mutant.code, mutant))
      if (await passes(project, room)) process.stdout.write(`  not noticed: ${described(mutant)}\n`)
      else killed++
      writeFileSync(join(project, mutant.file), mutant.code)
    }
    process.stdout.write(`${room}: ${killed}/${mutants.length} noticed\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
