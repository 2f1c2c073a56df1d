import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

/** A new folder that is removed when all tests are done; for what several test files share, which none of them may remove. */
export function runFolder(name: string): string {
  const run = process.env.COUNTDOWN_BUILT
  if (!run) throw new Error('found no COUNTDOWN_BUILT, expected the folder that test/vitest.config.ts names')
  return mkdtempSync(join(run, `${name}-`))
}
