import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OutputFile } from '../output.ts'
import { EnvironmentError } from '../problem.ts'
import { withLock } from './lock.ts'
import { createManifest, MANIFEST, type Manifest } from './manifest.ts'
import { refuseForeignFolder } from './refuse.ts'
import { exchangeFolders } from './system.ts'

/** What a build says of itself. */
export interface Provenance {
  /** Name and version of the generator. */
  generator: string
  /** SHA-256 of everything the story was made from, in hex. */
  inputHash: string
  /** Folders that must never be replaced. */
  sources: readonly string[]
}

/** Modes are the same whatever the umask. */
const FILE_MODE = 0o644
const FOLDER_MODE = 0o755

/**
 * Replaces the folder by the files, so that at every instant it is the complete old or the complete new one: everything is
 * staged beside it and exchanged in one step. Throws UsageError for a folder that is not ours to replace, EnvironmentError
 * when the disk is full or the place is not writable; the folder is then as it was.
 */
export async function publish(
  out: string,
  files: readonly OutputFile[],
  { generator, inputHash, sources }: Provenance,
): Promise<Manifest> {
  const manifest = createManifest(files, generator, inputHash)
  try {
    await mkdir(dirname(out), { recursive: true })
    return await withLock(out, async () => {
      refuseForeignFolder(out, sources)
      await removeLeftovers(out)
      const staged = await stage(out, [...files, { path: MANIFEST, contents: `${JSON.stringify(manifest, null, 2)}\n` }])
      await swap(staged, out)
      return manifest
    })
  } catch (error) {
    throw explained(error, out)
  }
}

function stagePrefix(out: string): string {
  return `.${basename(out)}.stage-`
}

/** Staging folders of builds that were killed; nobody else stages while the lock is held. */
async function removeLeftovers(out: string): Promise<void> {
  const names = (await readdir(dirname(out))).filter((name) => name.startsWith(stagePrefix(out)))
  await Promise.all(names.map((name) => rm(join(dirname(out), name), { recursive: true })))
}

/** Writes the files in their order to a new folder beside `out`; leaves nothing behind when it fails. */
async function stage(out: string, files: readonly OutputFile[]): Promise<string> {
  const folder = await mkdtemp(join(dirname(out), stagePrefix(out)))
  try {
    for (const path of new Set(files.map((file) => dirname(file.path)))) await makeFolders(folder, path)
    await chmod(folder, FOLDER_MODE)
    for (const { path, contents } of files) await writeDurably(join(folder, path), contents)
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function makeFolders(folder: string, path: string): Promise<void> {
  let current = folder
  for (const part of path.split('/').filter((name) => name !== '.')) {
    current = join(current, part)
    await mkdir(current, { recursive: true })
    await chmod(current, FOLDER_MODE)
  }
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

async function swap(staged: string, out: string): Promise<void> {
  if (!existsSync(out)) return rename(staged, out)
  if (!exchangeFolders(staged, out)) await swapInTwoSteps(staged, out)
  await rm(staged, { recursive: true, force: true })
}

/** For systems that cannot exchange folders. What is in the way is moved back when the second step fails. */
async function swapInTwoSteps(staged: string, out: string): Promise<void> {
  const old = `${staged}-old`
  await rename(out, old)
  try {
    await rename(staged, out)
  } catch (error) {
    await rename(old, out)
    throw error
  }
  await rename(old, staged)
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and build again',
  EDQUOT: 'your disk quota is used up; free some space and build again',
  EROFS: 'the file system is read-only; name another folder with --out',
  EACCES: 'you may not write there; name another folder with --out',
  EPERM: 'you may not write there; name another folder with --out',
}

function explained(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = EXPLANATIONS[code]
  return why === undefined ? error : new EnvironmentError(`${out} was not written and is as it was: ${why}`)
}
