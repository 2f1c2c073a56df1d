import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, type Stats } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** A part of a file's name that says which process made it: `<space>-<pid>-<random>`. */
const OWNED = /^([0-9a-f]{8})-([1-9]\d*)-[0-9a-f]{8}$/

const HOUR = 3_600_000

/** A name for what belongs to this process and is of no use after it. */
export function ownedName(pid = process.pid, space = SPACE): string {
  return `${space}-${pid}-${randomBytes(4).toString('hex')}`
}

/**
 * Whether what goes by such a name was left behind. In another container or on another machine, which may share the folder, a
 * process that lives looks dead; what comes from there counts as left behind when nothing has touched it for `patience` ms.
 */
export function isLeftBehind(name: string, { mtimeMs }: Pick<Stats, 'mtimeMs'>, patience = HOUR): boolean {
  const [, space, pid] = OWNED.exec(name) ?? []
  if (space === undefined) return false
  return space === SPACE ? !isAlive(Number(pid)) : Date.now() - mtimeMs > patience
}

/** Removes the folders within one that were left behind, by their names after a prefix. */
export function sweep(parent: string, prefix: string, patience?: number): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const path = join(parent, name)
    try {
      if (isLeftBehind(name.slice(prefix.length).replace(/\.aside$/, ''), lastTouched(path), patience))
        rmSync(path, { recursive: true, force: true })
    } catch {
      // It is another user's, or is being removed or put in place.
    }
  }
}

/** Of a folder and what lies in it, whatever was written last: a browser alone takes a while. */
function lastTouched(folder: string): { mtimeMs: number } {
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  return { mtimeMs: Math.max(...paths.map((path) => lstatSync(path).mtimeMs)) }
}

/** Names the processes among which each has an id of its own: those of one start of a machine, and there of one container. */
const SPACE = createHash('sha256').update(`${bootId()} ${pidNamespace()}`).digest('hex').slice(0, 8)

/** Whether a process runs on this machine, whoever owns it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')
  } catch {
    return hostname()
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
