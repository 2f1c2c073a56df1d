import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** What is on the disk at a moment: a stamp for each file and folder, by path. */
export interface Scan {
  files: ReadonlyMap<string, string>
  folders: ReadonlyMap<string, string>
}

/** Names that editors and version control leave beside what an author edits. */
const PASSING = /^\.|~$|^4913$|\.(?:swp|swx|tmp|bak)$/
const FOREIGN = new Set(['node_modules', 'dist'])

/** Whether a file or folder of this name is looked at. */
function isWatched(name: string): boolean {
  return !PASSING.test(name) && !FOREIGN.has(name)
}

/** Looks at whole folders, at single files, and at `around`, folders as such; what is not there is left out. */
export function scan(folders: readonly string[], files: readonly string[], around: readonly string[]): Scan {
  const found = { files: new Map<string, string>(), folders: new Map<string, string>() }
  for (const folder of folders) scanFolder(folder, found)
  for (const folder of new Set(around)) {
    const stats = lookAt(folder)
    if (stats) found.folders.set(folder, String(stats.ino))
  }
  for (const file of files) {
    const stamp = stampOf(file)
    if (stamp !== undefined) found.files.set(file, stamp)
  }
  return found
}

function scanFolder(folder: string, found: { files: Map<string, string>; folders: Map<string, string> }): void {
  try {
    const inode = String(statSync(folder).ino)
    // A link may lead to a folder around it.
    if ([...found.folders].some(([path, known]) => known === inode && folder.startsWith(path))) return
    found.folders.set(folder, inode)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (!isWatched(entry.name)) continue
      if (entry.isDirectory() || (entry.isSymbolicLink() && lookAt(path)?.isDirectory())) scanFolder(path, found)
      else found.files.set(path, stampOf(path) ?? '')
    }
  } catch {
    // It has gone since it was listed; the next look sees what has become of it.
  }
}

/** A file that was replaced has another inode, even when its time and size are the same. Undefined where there is none to be seen. */
function stampOf(path: string): string | undefined {
  const stats = lookAt(path)
  return stats && `${stats.ino} ${stats.mtimeMs} ${stats.size}`
}

/** Whether a stamp is that of an empty file. */
export function isEmpty(stamp: string): boolean {
  return stamp.endsWith(' 0')
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // A folder on the way may not be entered.
    return undefined
  }
}

/** Folders that are listened to; which ones may change at any time. */
export interface Listener {
  /** Listens to these folders, by path and inode, and to no others. */
  listen(folders: ReadonlyMap<string, string>): void
  close(): void
}

/**
 * Tells the path of each file that changes in the folders. Folders are listened to one by one, since Node's recursive watching
 * loses files that are replaced by renaming and folders that are made anew. Where the system has no more watches to give, nothing is told.
 */
export function createListener(tell: (path: string) => void): Listener {
  const watchers = new Map<string, { inode: string; watcher: FSWatcher }>()
  const drop = (folder: string) => {
    watchers.get(folder)?.watcher.close()
    watchers.delete(folder)
  }
  return {
    listen(folders) {
      for (const [folder, { inode }] of watchers) if (folders.get(folder) !== inode) drop(folder)
      for (const [folder, inode] of folders) {
        const watcher = watchers.has(folder) ? undefined : open(folder, tell, drop)
        if (watcher) watchers.set(folder, { inode, watcher })
      }
    },
    close: () => [...watchers.keys()].forEach(drop),
  }
}

function open(folder: string, tell: (path: string) => void, drop: (folder: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name !== null && isWatched(name)) tell(join(folder, name))
    })
    return watcher.on('error', () => drop(folder))
  } catch {
    return undefined
  }
}
