import { chmodSync, lstatSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { EnvironmentError } from './diagnostic.ts'
import { makeFolders } from './files.ts'

const NAME = 'countdown-story'

/** Where the private folder may be: the user's cache folder, else the machine's folder for temporary files. */
function usualPlaces(): string[] {
  const named = process.env.XDG_CACHE_HOME
  const cache = named && isAbsolute(named) ? named : join(homedir(), '.cache')
  return [join(cache, NAME), join(tmpdir(), `${NAME}-${process.getuid?.() ?? 'user'}`)]
}

/**
 * The folder for what is kept between builds: only its owner can read, write or look into it. Made when missing.
 * Places where someone else could plant a file are passed over; throws EnvironmentError when none is left.
 */
export function privateFolder(places: readonly string[] = usualPlaces()): string {
  const failures: string[] = []
  for (const place of places) {
    try {
      makeFolders(place, 0o700)
      claim(place)
      return place
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new EnvironmentError(
    `no private folder for the browser: ${failures.join('; ')}. Set XDG_CACHE_HOME to a folder of your own.`,
  )
}

/** Makes sure that a folder is a folder, ours, and closed to others. */
function claim(folder: string): void {
  const found = lstatSync(folder)
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`)
  if (!isOurs(found.uid)) throw new Error(`${folder} belongs to another user`)
  if (process.platform !== 'win32' && (found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
}

/** Whether a file's owner is the user of this process. On Windows, where files have none such, always. */
export function isOurs(uid: number): boolean {
  return process.getuid === undefined || process.getuid() === uid
}
