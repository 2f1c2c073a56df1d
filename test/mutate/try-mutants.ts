import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type RunnerTask, TestRunner } from 'vitest'
import { awake, seen, watchMutants } from './mutant.ts'

/*
 * Vitest's runner for `npm run mutate`: the code under test holds all mutants asleep. Each test runs once as it is, which shows the
 * mutants it reaches, and then once more with each of them awake. What is found goes into the file of COUNTDOWN_MUTANTS, line by line,
 * so that nothing is lost where a mutant never ends: `reached N`, `loaded N` (outside any test), `trying N`, `killed N`, `unsure N`.
 */

type Test = RunnerTask & { type: 'test' }

const LOG = process.env.COUNTDOWN_MUTANTS ?? ''
/** Tests that take longer, in ms, are not repeated in this run, those that take less not in the next. */
const [SHORTEST = 0, LONGEST = Number.NaN] = (process.env.COUNTDOWN_MUTANT_TESTS ?? '0-300').split('-').map(Number)

const note = (what: string, mutants: Iterable<number>) => {
  for (const mutant of mutants) appendFileSync(LOG, `${what} ${mutant}\n`)
}

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])

export default class TryMutants extends TestRunner {
  private decided = new Set(linesOf(LOG).flatMap((line) => (/^(killed|unsure) /.test(line) ? [Number(line.split(' ')[1])] : [])))
  private noted = new Set<number>()

  constructor(...args: ConstructorParameters<typeof TestRunner>) {
    super(...args)
    if (!Number.isNaN(LONGEST)) watchMutants(LOG)
  }

  async runTask(test: Test): Promise<void> {
    const once = TestRunner.getTestFn(test as never)
    const run = () => {
      process.env.COUNTDOWN_MUTANT_TURN = randomUUID()
      return once()
    }
    // A mutant that was there from the beginning: the tests run as ever.
    if (Number.isNaN(LONGEST)) return run()
    this.noteLoaded()
    const begun = performance.now()
    const failed = await thrownBy(run)
    const took = performance.now() - begun
    const reached = [...seen()]
    const fresh = reached.filter((mutant) => !this.noted.has(mutant))
    for (const mutant of fresh) this.noted.add(mutant)
    note('reached', fresh)
    if (failed) {
      note('unsure', reached)
      throw failed.error
    }
    const left = reached.filter((mutant) => !this.decided.has(mutant))
    if (took < SHORTEST || took >= LONGEST || left.length === 0) return
    const killed = await this.wake(run, left, Math.max(5_000, took * 20))
    // A test that fails the second time, or after what a mutant has left behind, says nothing of mutants.
    const isRepeatable = killed.length === 0 || !(await fails(run, Math.max(10_000, took * 20)))
    seen()
    note(isRepeatable ? 'killed' : 'unsure', killed)
    if (isRepeatable) for (const mutant of killed) this.decided.add(mutant)
  }

  override onAfterRunSuite(...args: Parameters<TestRunner['onAfterRunSuite']>): Promise<void> {
    this.noteLoaded()
    return super.onAfterRunSuite(...args)
  }

  private async wake(run: () => unknown, mutants: readonly number[], patience: number): Promise<number[]> {
    const killed: number[] = []
    for (const mutant of mutants) {
      note('trying', [mutant])
      awake(mutant)
      if (await fails(run, patience)) killed.push(mutant)
      awake(undefined)
    }
    return killed
  }

  private noteLoaded(): void {
    note('loaded', seen())
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
