import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../run-folder.ts'

/** The folder of all scripts of a test file. */
export const work = runFolder('scripts')

/** An executable that is no browser. */
export function script(name: string, body: string, mode = 0o755): string {
  const path = join(work, name)
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, mode)
  return path
}
