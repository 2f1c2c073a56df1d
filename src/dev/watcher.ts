import { dirname, join, resolve, sep } from 'node:path'
import { createAlarm } from './debounce.ts'
import { createListener, isEmpty, type Scan, scan } from './disk.ts'

/** The saves of an author, however editors and version control make them. */
export interface Saves {
  /**
   * Resolves to the files that have changed since the last call, relative to the deck's folder, as soon as the disk is
   * quiet; to undefined when it is stopped.
   */
  next(): Promise<readonly string[] | undefined>
  /** Tells which further files the deck is made from, relative to its folder. */
  follow(inputs: readonly string[]): void
  /** Whether something has been saved since the last call of `next`, or is within so many ms. */
  isPending(within: number): Promise<boolean>
  close(): void
}

const FOLDERS = ['slides', 'data', 'charts', 'components']

/** The disk is looked at this often even when nothing is told, since some disks and folders tell nothing. */
const LOOK = 700

/** A file that is empty now is probably about to be filled; so long, in ms, that is waited for. */
const FILLING = 300

/** Style sheets of the machine, which the pages are made from, too. */
const STYLES = 'src/kit/styles'

/** Starts to watch a deck's folder, which need not be there. `machine` is the folder whose sources are no part of the deck. */
export function createSaves(folder: string, machine: string): Saves {
  const alarm = createAlarm()
  const whole = [...FOLDERS.map((name) => join(folder, name)), join(machine, STYLES)]
  let single: readonly string[] = []
  let closed = false
  const isOurs = (path: string) =>
    single.includes(path) || whole.some((parent) => path === parent || path.startsWith(parent + sep))
  const listener = createListener((path) => {
    if (isOurs(path)) alarm.tell(path)
  })
  const look = (): Scan => {
    const found = scan(whole, single, [folder, ...single.map((file) => dirname(file))])
    listener.listen(found.folders)
    return found
  }
  let last = look()

  return {
    async next() {
      for (let patient = true; !closed; ) {
        if (!alarm.isRinging()) await alarm.wait(LOOK)
        if (alarm.isRinging()) await alarm.quiet()
        if (closed) break
        const found = look()
        if (patient && hasEmptied(last, found)) {
          patient = false
          await alarm.wait(FILLING)
          continue
        }
        const changed = new Set([...alarm.take(), ...differences(last, found)])
        last = found
        if (changed.size > 0) return [...changed].map((path) => relativeTo(folder, path)).sort()
      }
      return undefined
    },
    follow(inputs) {
      const own = inputs.map((path) => resolve(folder, path)).filter((path) => isSingle(path, folder, machine))
      if (own.length === single.length && own.every((path) => single.includes(path))) return
      single = own
      // What is new here was read a moment ago; a change since then is told.
      last = { ...last, files: new Map([...look().files, ...last.files]) }
    },
    async isPending(within) {
      if (!alarm.isRinging()) await alarm.wait(within)
      return alarm.isRinging()
    },
    close() {
      closed = true
      listener.close()
      alarm.tell(folder)
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

function hasEmptied(before: Scan, after: Scan): boolean {
  return [...after.files].some(([path, stamp]) => isEmpty(stamp) && before.files.get(path) !== stamp)
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(folder + sep) ? path.slice(folder.length + 1).replaceAll(sep, '/') : path
}
