import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isAlive } from '../process-alive.ts'

/** Where a browser keeps its settings and caches while it runs. */
export interface Profile {
  /** For the browser's command line. */
  arguments: readonly string[]
  remove(): void
}

const PREFIX = 'countdown-story-profile-'

/**
 * A throw-away profile. The headless shell needs none and then writes no file at all; a full Chrome gets a folder
 * that only this user can read, and those of killed builds are removed.
 */
export function createProfile(executable: string, parent = tmpdir()): Profile {
  if (basename(executable).startsWith('chrome-headless-shell')) return NONE
  sweep(parent)
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`))
  return {
    arguments: [`--user-data-dir=${folder}`],
    // A dying browser may still write; what it leaves is swept by a later build.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  }
}

const NONE: Profile = { arguments: [], remove: () => {} }

function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (pid > 0 && !isAlive(pid)) removeIfOurs(join(parent, name))
  }
}

function removeIfOurs(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another user's.
  }
}
