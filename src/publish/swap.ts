import { existsSync, readdirSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { removeFolder, stagePrefix } from './staging.ts'

/** Marks an old folder that is out of the way, whole, until the new one has its place. */
const OLD = '-old'

/** What renaming onto a folder with files in it fails with; on Windows with EPERM, which there means little else. */
const TAKEN: ReadonlySet<unknown> = new Set(['ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM'] : [])])

/**
 * Puts a staged folder in the place of `out`, by two renames of whole folders: the old one out of the way, the new one in. No lock is
 * needed: when another build was faster, its folder is the old one. The old folder is put back when the second rename fails.
 */
export async function swap(staged: string, out: string): Promise<void> {
  const old = staged + OLD
  try {
    do {
      await removeFolder(old)
      await moveAside(out, old)
    } while (!(await moveIn(staged, out, old)))
    await removeFolder(old)
  } finally {
    await removeFolder(staged)
  }
}

async function moveAside(out: string, old: string): Promise<void> {
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** False when another build has put its folder there since. */
async function moveIn(staged: string, out: string, old: string): Promise<boolean> {
  try {
    await rename(staged, out)
    return true
  } catch (error) {
    if (TAKEN.has((error as NodeJS.ErrnoException).code)) return false
    // Where even this fails, the next command finds the old folder.
    if (existsSync(old)) await rename(old, out).catch(() => undefined)
    throw error
  }
}

/** Moves the old folder back when a build was killed between its two renames. */
export async function recover(out: string): Promise<void> {
  const old = interrupted(out)
  if (old === undefined) return
  try {
    await rename(old, out)
  } catch (error) {
    // Another command may have done the same, or the build still runs and has gone on.
    if (!existsSync(out)) throw error
  }
}

/** The newest old folder that waits beside a missing `out`. */
function interrupted(out: string): string | undefined {
  const beside = dirname(out)
  if (existsSync(out) || !existsSync(beside)) return undefined
  const waiting = readdirSync(beside).filter((name) => name.startsWith(stagePrefix(out)) && name.endsWith(OLD))
  const ages = waiting.map((name) => ({ path: join(beside, name), since: statSync(join(beside, name)).ctimeMs }))
  return ages.sort((a, b) => b.since - a.since)[0]?.path
}
