import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isAlive } from '../process-alive.ts'

/** Where a browser keeps its settings, caches and temporary files while it runs. */
export interface Profile {
  /** For the browser's command line. */
  arguments: readonly string[]
  /** For its environment. */
  env: Readonly<Record<string, string>>
  remove(): void
}

const PREFIX = 'countdown-story-profile-'

/**
 * A throw-away folder that only this user can read; those of killed builds are removed. The headless shell needs it for
 * temporary files only, and keeps no settings when it is given no place for them.
 */
export function createProfile(executable: string, parent = tmpdir()): Profile {
  sweep(parent)
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`))
  const isShell = basename(executable).startsWith('chrome-headless-shell')
  return {
    arguments: isShell ? [] : [`--user-data-dir=${join(folder, 'profile')}`],
    env: { TMPDIR: folder, TMP: folder, TEMP: folder },
    // A dying browser may still write; what it leaves is swept by a later build.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  }
}

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
