import { statSync } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OutputFile } from '../util/output-file.ts'
import { isLeftBehind, ownedName } from '../util/owned-name.ts'

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
