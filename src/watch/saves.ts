import { dirname, join, resolve, sep } from 'node:path'
import { createListener, type Scan, scan } from './disk.ts'

/** The saves of an author, however editors and version control make them. */
export interface Saves {
  /**
   * Resolves to the files that have changed since the last call, relative to the deck's folder, as soon as the disk is
   * quiet; to undefined when it is stopped.
   */
  next(): Promise<readonly string[] | undefined>
  /** Tells which further files the deck is made from, relative to its folder. */
  follow(inputs: readonly string[]): void
  /** Whether something has been saved since the last call of `next`. */
  isPending(): boolean
  close(): void
}

const FOLDERS = ['slides', 'data', 'charts', 'components']

/** All times in ms. One save is two or three events; a branch switch is hundreds. */
const QUIET = 8
const MANY_QUIET = 120
const MANY = 4
/** Nobody waits longer for quiet than this. */
const MOST = 60
const MANY_MOST = 1500
/** The disk is looked at this often even when nothing is told, since some disks and folders tell nothing. */
const LOOK = 700

/** Starts to watch a deck's folder, which need not be there. `machine` is the folder whose sources are no part of the deck. */
export function createSaves(folder: string, machine: string): Saves {
  const told = new Set<string>()
  let single: readonly string[] = []
  let wake = () => {}
  let closed = false
  const isOurs = (path: string) =>
    single.includes(path) || FOLDERS.some((name) => path === join(folder, name) || path.startsWith(join(folder, name) + sep))
  const listener = createListener((path) => {
    if (!isOurs(path)) return
    told.add(path)
    wake()
  })
  const look = (): Scan => {
    const found = scan(
      FOLDERS.map((name) => join(folder, name)),
      single,
      [folder, ...single.map((file) => dirname(file))],
    )
    listener.listen(found.folders)
    return found
  }
  let last = look()

  /** Resolves when something is told, or after `most` ms. */
  const pause = (most: number) =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, most)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })

  /** Waits until the disk has been quiet for a moment: longer when much is going on. */
  async function settle(): Promise<void> {
    const begun = performance.now()
    for (;;) {
      const before = told.size
      const at = performance.now()
      const [quiet, most] = before > MANY ? [MANY_QUIET, MANY_MOST] : [QUIET, MOST]
      await pause(quiet)
      const passed = performance.now()
      if (closed || passed - begun > most || passed - at >= quiet - 1) return
    }
  }

  return {
    async next() {
      while (!closed) {
        if (told.size === 0) await pause(LOOK)
        if (told.size > 0) await settle()
        const found = look()
        const changed = [...new Set([...told, ...differences(last, found)])]
        told.clear()
        last = found
        if (changed.length > 0 && !closed) return changed.map((path) => relativeTo(folder, path)).sort()
      }
      return undefined
    },
    follow(inputs) {
      const own = inputs.map((path) => resolve(folder, path)).filter((path) => isSingle(path, folder, machine))
      if (own.length === single.length && own.every((path) => single.includes(path))) return
      single = own
      const found = look()
      // What is new here was read a moment ago; a change since then is told.
      last = { ...last, files: new Map([...found.files, ...last.files]) }
    },
    isPending: () => told.size > 0,
    close() {
      closed = true
      listener.close()
      wake()
    },
  }
}

/** Packages and the machine's own sources do not change while an author writes. */
function isSingle(path: string, folder: string, machine: string): boolean {
  const inFolders = FOLDERS.some((name) => path.startsWith(join(folder, name) + sep))
  return !inFolders && !path.includes(`${sep}node_modules${sep}`) && !path.startsWith(join(machine, 'src') + sep)
}

function differences(before: Scan, after: Scan): string[] {
  const changed = [...after.files].filter(([path, stamp]) => before.files.get(path) !== stamp).map(([path]) => path)
  const gone = [...before.files.keys()].filter((path) => !after.files.has(path))
  return [...changed, ...gone]
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(folder + sep) ? path.slice(folder.length + 1).replaceAll(sep, '/') : path
}
