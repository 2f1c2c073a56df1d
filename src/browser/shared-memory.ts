import { statfsSync } from 'node:fs'

/** Bytes of memory that the browser's processes share at most. */
const MOST_SHARED = 1 << 29

/**
 * What tells a browser where its processes may share memory. Linux has a file system in memory for that, which containers often
 * make so small that browsers crash; they then share files on disk, which takes a tenth of a second more a build.
 * `free` is how many bytes are free there, undefined when there is no such place.
 */
export function sharedMemoryArguments(free = freeBytes('/dev/shm')): readonly string[] {
  return free !== undefined && free >= MOST_SHARED ? [] : ['--disable-dev-shm-usage']
}

function freeBytes(place: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize
  } catch {
    return undefined
  }
}
