import { rmSync } from 'node:fs'

/** Removes what `built()` made, when all tests are done. */
export function teardown(): void {
  const folder = process.env.COUNTDOWN_BUILT
  if (folder) rmSync(folder, { recursive: true, force: true })
}
