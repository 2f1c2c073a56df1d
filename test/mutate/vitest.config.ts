import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'
import base from '../vitest.config.ts'

const { projects: _, ...test } = base.test ?? {}

/** Small files first: most of their tests are quick, and what they notice need not be tried in the others. */
class SmallFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => statSync(a.moduleId).size - statSync(b.moduleId).size)
  }
}

/** The tests of one room, one file after the other, each in a process of its own, with all of its mutants (`npm run mutate`). */
export default {
  ...base,
  test: {
    ...test,
    include: [`test/${process.env.COUNTDOWN_MUTANT_ROOM}/**/*.test.{ts,tsx}`],
    // Shared by all runs of a room.
    fsModuleCachePath: join(import.meta.dirname, '../../modules'),
    maxWorkers: 1,
    maxConcurrency: 1,
    bail: 0,
    sequence: { sequencer: SmallFirst },
    reporters: ['dot'],
    runner: join(import.meta.dirname, 'try-mutants.ts'),
  },
}
