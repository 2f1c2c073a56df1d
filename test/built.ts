import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..')

/** The real deck, built by the real command line once for all test files of a run; a folder that is removed at the end. */
export async function built(): Promise<string> {
  const out = process.env.COUNTDOWN_BUILT
  if (!out) throw new Error('found no COUNTDOWN_BUILT, expected the folder that test/vitest.config.ts names')
  if (isFirst(join(out, 'begun'))) await build(join(out, 'dist'))
  while (!existsSync(join(out, 'dist'))) await sleep(50)
  return join(out, 'dist')
}

/** Of all processes of a run one makes the folder; where its build fails, the others wait until Vitest ends them. */
function isFirst(begun: string): boolean {
  try {
    mkdirSync(begun)
    return true
  } catch {
    return false
  }
}

async function build(out: string): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'build.ts'), ROOT, '--out', out])
}
