import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ownedName, sweep } from '../util/owned-name.ts'

/** Where a browser keeps its settings, caches and temporary files while it runs. */
export interface Profile {
  /** For this browser alone. */
  folder: string
  /** For the browser's command line. */
  arguments: readonly string[]
  /** For its environment. */
  env: Readonly<Record<string, string>>
  remove(): void
}

const PREFIX = 'countdown-story-'

/** A browser that stays open for a watch touches its folder seldom. In ms. */
const WEEK = 7 * 24 * 3_600_000

/** Chrome puts a socket below its temporary folder, and ends when the socket's path gets longer than the system allows. */
const LONGEST = 107 - '/org.chromium.Chromium.XXXXXX/SingletonSocket'.length

/**
 * A throw-away folder that only this user can read; those of killed builds are removed. The headless shell needs it for
 * temporary files only, and keeps no settings when it is given no place for them.
 */
export function createProfile(executable: string, parent = shortest(tmpdir())): Profile {
  sweep(parent, PREFIX, WEEK)
  const folder = join(parent, PREFIX + ownedName())
  mkdirSync(folder, { mode: 0o700 })
  const shell = basename(executable).startsWith('chrome-headless-shell')
  return {
    folder,
    arguments: shell ? [] : [`--user-data-dir=${join(folder, 'profile')}`],
    // Elsewhere browsers ask the system for a place, or need a shorter one.
    env: process.platform === 'linux' && folder.length <= LONGEST ? { TMPDIR: folder } : {},
    // A dying browser may still write; what it leaves is swept by a later build.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  }
}

/** A folder for temporary files whose path leaves room for a socket's. */
function shortest(folder: string): string {
  return process.platform === 'linux' && folder.length > LONGEST - 42 ? '/tmp' : folder
}
