import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'
import base from '../vitest.config.ts'

/** Small files first: most of their tests are quick, and a run ends with the first that notices. */
class SmallFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => statSync(a.moduleId).size - statSync(b.moduleId).size)
  }
}

/** The tests of one room, as `npm run mutate` runs them. */
export default {
  ...base,
  test: {
    ...base.test,
    // Shared by all runs.
    fsModuleCachePath: join(import.meta.dirname, '../../modules'),
    sequence: { sequencer: SmallFirst },
    reporters: ['dot'],
    bail: 1,
  },
}
