import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type RunnerTask, TestRunner } from 'vitest'
import { awake, seen, watchMutants } from './mutant.ts'

/*
 * Vitest's runner for `npm run mutate`: the code under test holds all mutants asleep. Each test runs once as it is, which shows the
 * mutants it reaches, and then once more with each of them awake. What is found goes into the file of COUNTDOWN_MUTANTS, line by line,
 * so that nothing is lost where a mutant never ends: `reached N FILE`, `loaded N FILE` (outside any test, or what a test remembers
 * from its first run), `trying N FILE`, `killed N FILE`, `unsure N FILE`, and `took MS FILE > TEST` of each test that is not short.
 */

type Test = RunnerTask & { type: 'test' }

const LOG = process.env.COUNTDOWN_MUTANTS ?? ''
/** Tests that take as long, in ms, are repeated in this run; where it begins at `all`, a mutant is there from the beginning. */
const [from = '0', to = '0'] = (process.env.COUNTDOWN_MUTANT_TESTS ?? '0-300').split('-')
const [SHORTEST, LONGEST] = [Number(from), Number(to)]

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
const fileOf = (task: RunnerTask) => relative(process.cwd(), task.file.filepath)
const nameOf = (test: Test) => `${fileOf(test)} > ${test.fullTestName}`

export default class TryMutants extends TestRunner {
  private decided = new Set(linesOf(LOG).flatMap((line) => (line.startsWith('killed ') ? [Number(line.split(' ')[1])] : [])))
  /** What the tests that are not short take, in ms. */
  private times = new Map(
    linesOf(LOG).flatMap((line) => {
      const [, took, name] = /^took (\d+) (.*)$/.exec(line) ?? []
      return name === undefined ? [] : [[name, Number(took)] as const]
    }),
  )
  private file = ''
  private noted = new Set<string>()

  constructor(...args: ConstructorParameters<typeof TestRunner>) {
    super(...args)
    if (from !== 'all') watchMutants(LOG)
  }

  async runTask(test: Test): Promise<void> {
    const once = TestRunner.getTestFn(test as never)
    const run = () => {
      process.env.COUNTDOWN_MUTANT_TURN = randomUUID()
      return once()
    }
    const known = this.times.get(nameOf(test)) ?? 0
    if (from === 'all') return known < LONGEST ? run() : undefined
    if (SHORTEST > 0 && (known < SHORTEST || known >= LONGEST)) return
    this.file = fileOf(test)
    this.noteLoaded()
    const begun = performance.now()
    const failed = await thrownBy(run)
    const took = performance.now() - begun
    const reached = [...seen()]
    this.note('reached', reached)
    if (took >= LONGEST && SHORTEST === 0) appendFileSync(LOG, `took ${Math.ceil(took)} ${nameOf(test)}\n`)
    if (failed) {
      this.note('unsure', reached)
      throw failed.error
    }
    const left = reached.filter((mutant) => !this.decided.has(mutant))
    if ((SHORTEST === 0 && took >= LONGEST) || left.length === 0) return
    const killed = await this.wake(run, left, Math.max(5_000, took * 20))
    // A test that fails the second time, or after what a mutant has left behind, says nothing of mutants.
    const isRepeatable = killed.length === 0 || !(await fails(run, Math.max(10_000, took * 20)))
    seen()
    this.note(isRepeatable ? 'killed' : 'unsure', killed)
    if (isRepeatable) for (const mutant of killed) this.decided.add(mutant)
  }

  override onAfterRunSuite(suite: Parameters<TestRunner['onAfterRunSuite']>[0]): Promise<void> {
    this.file = fileOf(suite)
    if (from !== 'all') this.noteLoaded()
    return super.onAfterRunSuite(suite)
  }

  private async wake(run: () => unknown, mutants: readonly number[], patience: number): Promise<number[]> {
    const killed: number[] = []
    for (const mutant of mutants) {
      appendFileSync(LOG, `trying ${mutant} ${this.file}\n`)
      seen()
      awake(mutant)
      if (await fails(run, patience)) killed.push(mutant)
      else if (!seen().has(mutant)) this.note('loaded', [mutant])
      awake(undefined)
    }
    return killed
  }

  private noteLoaded(): void {
    this.note('loaded', seen())
  }

  /** Each once. */
  private note(what: string, mutants: Iterable<number>): void {
    const lines = [...mutants].map((mutant) => `${what} ${mutant} ${this.file}`).filter((line) => !this.noted.has(line))
    for (const line of lines) appendFileSync(LOG, `${line}\n`)
    for (const line of lines) this.noted.add(line)
  }
}

async function thrownBy(run: () => unknown): Promise<{ error: unknown } | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return { error }
  }
}

async function fails(run: () => unknown, patience: number): Promise<boolean> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('too long')), patience)
  try {
    await Promise.race([run(), promise])
    return false
  } catch {
    return true
  } finally {
    clearTimeout(timer)
  }
}
