import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withLock } from '../src/publish/lock.ts'

const ROOT = join(import.meta.dirname, '..')

/** The real deck, built by the real command line once for all test files of a run; a folder that is removed at the end. */
export async function built(): Promise<string> {
  const out = process.env.COUNTDOWN_BUILT
  if (!out) throw new Error('found no COUNTDOWN_BUILT, expected the folder that test/vitest.config.ts names')
  await withLock(join(out, 'whole'), () => (existsSync(join(out, 'dist')) ? Promise.resolve() : build(join(out, 'dist'))), 60_000)
  return join(out, 'dist')
}

async function build(out: string): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'build.ts'), ROOT, '--out', out])
}
