import { existsSync, readdirSync, statSync } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OutputFile } from '../util/output-file.ts'
import { isLeftBehind, ownedName } from '../util/owned-name.ts'

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
    await rename(old, out).catch(() => undefined)
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

/** Modes are the same whatever the umask. */
const FILE_MODE = 0o644
const FOLDER_MODE = 0o755

/** Folders beside an output folder whose builder is on another machine are left alone for a day, in ms. */
const LONGEST_BUILD = 24 * 3_600_000

/** How the names of the folders that are staged beside `out` begin; whose they are follows. */
export function stagePrefix(out: string): string {
  return `.${basename(out)}.stage-`
}

/** Writes the files to a new folder beside `out`; leaves nothing behind when it fails. */
export async function stage(out: string, files: readonly OutputFile[]): Promise<string> {
  const folder = join(dirname(out), stagePrefix(out) + ownedName())
  const folders = [...new Set(files.flatMap(({ path }) => foldersOf(path)))].sort()
  try {
    for (const path of ['.', ...folders]) await makeFolder(join(folder, path))
    await writeAll(folder, files)
    return folder
  } catch (error) {
    await removeFolder(folder)
    throw error
  }
}

/** `a/b/c.txt` is in `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path)
  await chmod(path, FOLDER_MODE)
}

/** A disk is waited for by so many writers at once. */
const WRITERS = 8

/** Rejects when all writers have come to an end, so that none writes to a folder that is being removed. */
async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  const left = files.values()
  const write = async () => {
    for (const { path, contents } of left) await writeNew(join(folder, path), contents)
  }
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, write))
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}

/** Not waited for until it is on the disk: what a power cut damages is told by `present`, and built again. */
async function writeNew(path: string, contents: OutputFile['contents']): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE)
  try {
    await file.writeFile(contents)
    await file.chmod(FILE_MODE)
  } finally {
    await file.close()
  }
}

/** Removes what killed builds left beside `out`; what others still stage stays. */
export async function removeLeftovers(out: string): Promise<void> {
  const names = (await readdir(dirname(out))).filter((name) => name.startsWith(stagePrefix(out)))
  for (const name of names) {
    const path = join(dirname(out), name)
    const touched = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    const owner = name.slice(stagePrefix(out).length).replace(/(?:-old)?(?:-gone)?$/, '')
    if (isLeftBehind(owner, touched, LONGEST_BUILD)) await removeFolder(path)
  }
}

/**
 * Removes a folder, and does without when that is not possible: what was published stays published. It gets another name first, so
 * that whatever has its old name is whole.
 */
export async function removeFolder(path: string): Promise<void> {
  const gone = `${path}-gone`
  await rename(path, gone).catch(() => undefined)
  await rm(gone, { recursive: true, force: true }).catch(() => undefined)
}
