import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OutputFile } from '../util/output-file.ts'

/** Modes are the same whatever the umask. */
const FILE_MODE = 0o644
const FOLDER_MODE = 0o755

/** What the folders that are staged beside `out` are called; what follows tells them apart. */
export function stagePrefix(out: string): string {
  return `.${basename(out)}.stage-`
}

/** Writes the files to a new folder beside `out`; leaves nothing behind when it fails. */
export async function stage(out: string, files: readonly OutputFile[]): Promise<string> {
  const folder = join(dirname(out), stagePrefix(out) + randomBytes(4).toString('hex'))
  const folders = [...new Set(files.flatMap(({ path }) => foldersOf(path)))].sort()
  try {
    for (const path of ['.', ...folders]) await makeFolder(join(folder, path))
    await writeAll(folder, files)
    for (const path of ['.', ...folders]) await syncFolder(join(folder, path))
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
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
    for (const { path, contents } of left) await writeDurably(join(folder, path), contents)
  }
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, write))
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}

/** On disk before it is announced, so that a power cut does not publish empty files. */
async function writeDurably(path: string, contents: OutputFile['contents']): Promise<void> {
  const file = await open(path, 'wx', FILE_MODE)
  try {
    await file.writeFile(contents)
    await file.chmod(FILE_MODE)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** The names in a folder, too, are on disk before the folder is announced. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Removes what killed builds left beside `out`. Call it only while the lock is held, since then nobody else stages. */
export async function removeLeftovers(out: string): Promise<void> {
  const names = (await readdir(dirname(out))).filter((name) => name.startsWith(stagePrefix(out)))
  for (const name of names) await removeFolder(join(dirname(out), name))
}

/** Removes a folder, and does without when that is not possible: what was published stays published. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => {})
}
