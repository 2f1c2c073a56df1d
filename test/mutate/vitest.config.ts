import { join } from 'node:path'
import base from '../vitest.config.ts'

const { projects: _, ...test } = base.test ?? {}

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
    reporters: ['dot'],
    runner: join(import.meta.dirname, 'try-mutants.ts'),
  },
}
