import { createRequire } from 'node:module'
import type { LibraryHandle } from 'koffi'

/**
 * The two system calls that publishing needs and Node does not have: exchanging two folders in one step, and a lock that
 * the kernel releases when its holder dies. Where the system has no such call the functions say so.
 */

const AT_FDCWD = -100
const RENAME_EXCHANGE = 2
const RENAME_SWAP = 2
const LOCK_EXCLUSIVE_NOW = 2 | 4

type Exchange = (a: string, b: string) => number

const library = process.platform === 'win32' ? undefined : loadLibrary()

const exchange = findExchange()
const flock: ((descriptor: number, operation: number) => number) | undefined = library?.func('int flock(int, int)')

/** Undefined on systems for which there is no koffi; publishing then does without the two calls. */
function loadLibrary(): LibraryHandle | undefined {
  try {
    const koffi = createRequire(import.meta.url)('koffi') as typeof import('koffi')
    return koffi.load(null)
  } catch {
    return undefined
  }
}

function findExchange(): Exchange | undefined {
  try {
    if (process.platform === 'linux') {
      const renameat2 = library?.func('int renameat2(int, const char *, int, const char *, unsigned int)')
      return renameat2 && ((a, b) => renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE))
    }
    const renamex = library?.func('int renamex_np(const char *, const char *, unsigned int)')
    return renamex && ((a, b) => renamex(a, b, RENAME_SWAP))
  } catch {
    // An old C library without the call.
    return undefined
  }
}

/** Exchanges two existing folders in one atomic step; false where the system or the file system cannot. */
export function exchangeFolders(a: string, b: string): boolean {
  return exchange?.(a, b) === 0
}

/** Takes the lock of an open file; false when another process has it; undefined where the system has no such lock. */
export function lockFile(descriptor: number): boolean | undefined {
  return flock && flock(descriptor, LOCK_EXCLUSIVE_NOW) === 0
}
