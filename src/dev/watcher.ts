import { readdirSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The saves of an author, however editors and version control make them. */
export interface Watcher {
  /**
   * Resolves to the files that have changed since the last call, relative to the deck's folder, as soon as the disk is
   * quiet; to undefined when it is stopped.
   */
  next(): Promise<readonly string[] | undefined>
  /** Names further files that the deck is made from, relative to its folder. */
  follow(inputs: readonly string[]): void
  /** Whether something has been saved since the last call of `next`, or is within so many ms. */
  isPending(within: number): Promise<boolean>
  close(): void
}

const FOLDERS = ['slides', 'data', 'charts', 'components']

/** Style sheets of the machine, which the pages are made from, too. */
const STYLES = 'src/kit/styles'

/** Names that editors and version control leave beside what an author edits, and folders that hold nothing of theirs. */
const IGNORED = /^\.|~$|^(?:4913|node_modules|dist)$|\.(?:swp|swx|tmp|bak)$/

/** The disk is looked at this often, in ms; less often where that takes more than a twentieth of the time. */
const LOOK = 40
/** In ms, without a change: one save is over soon, a branch switch of hundreds of files later, and none is waited for any longer. */
const QUIET = 10
const QUIET_OF_MANY = 120
const LONGEST = 1500
const MANY = 4
/** A file that is empty now is probably about to be filled; so long, in ms, that is waited for. */
const FILLING = 300

/**
 * Watches a deck's folder, which need not be there, by looking at it: no change is lost on any disk, however it is made. `machine`
 * is the folder whose sources are no part of the deck.
 */
export function createWatcher(folder: string, machine: string): Watcher {
  const folders = [...FOLDERS.map((name) => join(folder, name)), join(machine, STYLES)]
  let single: readonly string[] = []
  let closed = false
  const look = () => stampsOf(folders, single)
  let last = look()

  /** Looks until something has changed, for so many ms at most. */
  async function untilChanged(within = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (const begun = performance.now(); !closed; ) {
      const at = performance.now()
      if (differences(last, look()).length > 0) return true
      const now = performance.now()
      if (now - begun >= within) return false
      await wait(Math.max(LOOK, (now - at) * 20))
    }
    return false
  }

  /** What is there as soon as nothing changes any more. */
  async function whenQuiet(): Promise<Stamps> {
    let isFilled = false
    for (const begun = performance.now(); ; ) {
      const before = look()
      const changed = differences(last, before)
      const isEmptied: boolean = !isFilled && changed.some((path) => before.get(path)?.endsWith(' 0'))
      isFilled ||= isEmptied
      await wait(isEmptied ? FILLING : changed.length > MANY ? QUIET_OF_MANY : QUIET)
      const found = look()
      if (performance.now() - begun > LONGEST || differences(before, found).length === 0) return found
    }
  }

  return {
    async next() {
      for (;;) {
        await untilChanged()
        const found = await whenQuiet()
        if (closed) return undefined
        const changed = differences(last, found)
        last = found
        if (changed.length > 0) return changed.map((path) => relativeTo(folder, path)).sort()
      }
    },
    follow(inputs) {
      single = inputs.map((path) => resolve(folder, path)).filter((path) => isSingle(path, folder, machine))
      // What is new here was read a moment ago.
      last = new Map([...look(), ...last])
    },
    isPending: untilChanged,
    close() {
      closed = true
    },
  }
}

/** A stamp of each file, by path: one that was replaced has another inode, even when its time and size are the same. */
type Stamps = ReadonlyMap<string, string>

/** Of all files in whole folders and of single files; what is not there is left out. */
function stampsOf(folders: readonly string[], files: readonly string[]): Stamps {
  const found = new Map<string, string>()
  const add = (path: string, around: readonly number[] = []): void => {
    const stats = statSync(path, { throwIfNoEntry: false })
    // A link may lead to a folder around it.
    if (!stats || around.includes(stats.ino)) return
    if (!stats.isDirectory()) return void found.set(path, `${stats.ino} ${stats.mtimeMs} ${stats.size}`)
    for (const name of readdirSync(path)) if (!IGNORED.test(name)) attempt(() => add(join(path, name), [...around, stats.ino]))
  }
  for (const path of [...folders, ...files]) attempt(() => add(path))
  return found
}

/** What goes while it is looked at, or may not be looked at, is not there. */
function attempt(look: () => void): void {
  try {
    look()
  } catch {}
}

function differences(before: Stamps, after: Stamps): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
}

/** Packages and the machine's own sources do not change while an author writes. */
function isSingle(path: string, folder: string, machine: string): boolean {
  const inFolders = FOLDERS.some((name) => path.startsWith(join(folder, name) + sep))
  return !inFolders && !path.includes(`${sep}node_modules${sep}`) && !path.startsWith(join(machine, 'src') + sep)
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(folder + sep) ? path.slice(folder.length + 1).replaceAll(sep, '/') : path
}
