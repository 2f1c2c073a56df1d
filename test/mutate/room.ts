import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { globSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../random.ts'
import { findMutations, instrument, type Mutation } from './find-mutations.ts'

export interface Mutant extends Mutation {
  number: number
  /** Below the project. */
  file: string
  code: string
}

/** Where nothing is heard for so long, in ms, a mutant keeps a loop from ending. */
const SILENCE = 45_000
/** Tests that take less, in ms, are tried first with all mutants. */
const SHORT = 300
/** All tests of a room with one mutant that is there when they begin end in this, in ms. */
const PATIENCE = 5 * 60_000

/** Writes some of all mutants of a room, or of one file of it, into a project, asleep. The same seed chooses the same. */
export function plantMutants(project: string, place: string, most: number, seed: number): Mutant[] {
  const mutants = sample(mutantsOf(project, place), most, seed).map((mutant, number) => ({ ...mutant, number }))
  for (const [file, those] of Map.groupBy(mutants, ({ file }) => file)) {
    writeFileSync(join(project, file), `// @ts-nocheck\n${instrument(those[0]?.code ?? '', those)}`)
  }
  partCaches(project)
  const inPages = mutants.filter(({ file }) => file.startsWith('src/check/page/')).map(({ number }) => number)
  if (inPages.length > 0) tellPages(join(project, 'src/check/measure.ts'), inPages)
  return mutants
}

function mutantsOf(project: string, place: string): Omit<Mutant, 'number'>[] {
  return globSync(place.endsWith('.ts') ? place : `${place}/**/*.ts`, { cwd: project })
    .sort()
    .flatMap((file) => {
      const code = readFileSync(join(project, file), 'utf8')
      return findMutations(code).map((mutation) => ({ ...mutation, file, code }))
    })
}

/** What runs in a page cannot ask which mutant is awake: it is told with the script that measures. */
function tellPages(file: string, inPages: readonly number[]): void {
  const active = '{process.env.COUNTDOWN_MUTANT ?? -1}'
  const told = `globalThis.mutant = (number) => number === $${active};`
  const reached = `for (const number of ${JSON.stringify(inPages)}) globalThis.mutant?.(number)`
  const script = 'const script = `'
  retouch(file, script, `${reached}\n    ${script}${told}`)
}

/** What was compiled in one turn is not found in another. */
function partCaches(project: string): void {
  const keyed = globSync('src/mdx/*.ts', { cwd: project }).filter((file) =>
    /process\.version \+/.test(readFileSync(join(project, file), 'utf8')),
  )
  for (const file of keyed)
    retouch(join(project, file), 'process.version +', 'process.version + process.env.COUNTDOWN_MUTANT_TURN +')
  if (keyed.length === 0)
    throw new Error('found no file of src/mdx whose cache is keyed by process.version, which mutants need to be told')
}

function retouch(file: string, from: string, to: string): void {
  const code = readFileSync(file, 'utf8')
  if (!code.includes(from)) throw new Error(`${file}: found no ${from}, which mutants need to be told`)
  writeFileSync(
    file,
    code.replace(from, () => to),
  )
}

/** Some of them, the same for the same seed. */
function sample<T>(all: readonly T[], most: number, seed: number): T[] {
  const random = randomFrom(seed)
  const left = [...all]
  return Array.from({ length: Math.min(most, all.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat()
}

/** Which mutants the tests of the room notice, and which they reach at all. Tests that take longer, in ms, do not count. */
export async function judge(
  project: string,
  room: string,
  longest: number,
): Promise<{ killed: ReadonlySet<number>; reached: ReadonlySet<number> }> {
  const log = join(project, 'mutants.txt')
  writeFileSync(log, '')
  if (!(await tryAll(project, room, log, `0-${SHORT}`)))
    if (!(await passes(project, { ...environment(project, room, log), COUNTDOWN_MUTANT_TESTS: '0-0' }, [])))
      throw new Error(`the tests of ${room} fail without any mutant:\n${readFileSync(saidIn(project), 'utf8').slice(-4000)}`)
  const noted = (what: string) =>
    [...readFileSync(log, 'utf8').matchAll(/^(\w+) (\d+) (.*)$/gm)]
      .filter(([, word]) => word === what)
      .map(([, , number, file = '']) => ({ number: Number(number), file }))
  const longer = new Set(noted('took').flatMap(({ number, file }) => (number < longest ? [file.split(' > ')[0] ?? ''] : [])))
  if (longer.size > 0) await tryAll(project, room, log, `${SHORT}-${longest}`, [...longer])
  const killed = new Set(noted('killed').map(({ number }) => number))
  // What a mutant has left behind may fail the tests after it: these say nothing then, and it is tried alone.
  const alone = Map.groupBy([...noted('loaded'), ...noted('unsure')], ({ number }) => number)
  for (const [number, places] of alone) {
    if (killed.has(number)) continue
    const env = { ...environment(project, room, log), COUNTDOWN_MUTANT: String(number), COUNTDOWN_MUTANT_TESTS: `all-${longest}` }
    if (!(await passes(project, env, ['--bail', '1', ...new Set(places.map(({ file }) => file))]))) killed.add(number)
  }
  return { killed, reached: new Set([...noted('reached').map(({ number }) => number), ...alone.keys()]) }
}

/** Repeats every test that takes so long with each mutant that it reaches, past mutants that never end; whether all pass without any. */
async function tryAll(
  project: string,
  room: string,
  log: string,
  tests: string,
  files: readonly string[] = [],
): Promise<boolean> {
  for (;;) {
    const before = readFileSync(log, 'utf8').length
    const child = vitest(project, { ...environment(project, room, log), COUNTDOWN_MUTANT_TESTS: tests }, files)
    if (!(await isEndedForSilence(child, log))) return child.exitCode === 0
    const [, tried] =
      [
        ...readFileSync(log, 'utf8')
          .slice(before)
          .matchAll(/^trying (.*)$/gm),
      ].at(-1) ?? []
    if (!tried) throw new Error(`the tests of ${room} say nothing for ${SILENCE / 1000} s`)
    writeFileSync(log, `killed ${tried}\n`, { flag: 'a' })
  }
}

async function isEndedForSilence(child: ReturnType<typeof vitest>, log: string): Promise<boolean> {
  const begin = readFileSync(log, 'utf8').length
  let heard = Date.now()
  let isSilent = false
  const timer = setInterval(() => {
    heard = Math.max(heard, statSync(log).mtimeMs)
    // Before the first is tried, modules are loaded, which takes a busy machine long.
    const hasTried = /^trying /m.test(readFileSync(log, 'utf8').slice(begin))
    isSilent = Date.now() - heard > (hasTried ? SILENCE : PATIENCE)
    if (isSilent && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, 1_000)
  await once(child, 'close')
  clearInterval(timer)
  return isSilent
}

async function passes(project: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<boolean> {
  const child = vitest(project, env, args)
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), PATIENCE)
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  return code === 0
}

function environment(project: string, room: string, log: string): NodeJS.ProcessEnv {
  const { COUNTDOWN_BUILT: _, ...env } = process.env
  return {
    ...env,
    CI: 'true',
    NODE_OPTIONS: `--import ${join(project, 'test/mutate/mutant.ts')}`,
    COUNTDOWN_MUTANTS: log,
    COUNTDOWN_MUTANT_ROOM: room,
    COUNTDOWN_MUTANT_CHILD: 'true',
    COUNTDOWN_MUTANT_TURN: randomUUID(),
    NODE_COMPILE_CACHE: join(project, 'compiled'),
  }
}

/** The file of what Vitest says. */
const saidIn = (project: string) => join(project, 'vitest.txt')

function vitest(project: string, env: NodeJS.ProcessEnv, args: readonly string[]) {
  const program = join(project, 'node_modules/vitest/vitest.mjs')
  const words = [program, 'run', '--configLoader', 'native', '--config', 'test/mutate/vitest.config.ts', ...args]
  const said = openSync(saidIn(project), 'w')
  return spawn(process.execPath, words, { cwd: project, env, stdio: ['ignore', said, said], detached: true })
}

/** Where a mutant is, and what it makes of what. */
export function described({ file, code, start, end, text }: Mutant): string {
  const before = code.slice(0, start).split('\n')
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  return `${place} \`${code.slice(start, end).replaceAll(/\s+/g, ' ')}\` → \`${text.replaceAll(/\s+/g, ' ')}\``
}
