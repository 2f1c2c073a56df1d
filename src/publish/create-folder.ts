import { lstatSync, readdirSync } from 'node:fs'
import { rename, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../util/diagnostic.ts'
import { makeFolders } from '../util/files.ts'
import type { OutputFile } from '../util/output-file.ts'
import { explain } from './publish.ts'
import { removeFolder, removeLeftovers, stage } from './swap.ts'

/**
 * Makes a new folder with these files, all or none: they are staged beside it and renamed in one step.
 * Throws UsageError for a place where something is already, EnvironmentError when the disk is full or the place not writable.
 */
export async function createFolder(path: string, files: readonly OutputFile[]): Promise<void> {
  const work = async () => {
    refuseTaken(path)
    makeFolders(dirname(path))
    await removeLeftovers(path)
    const staged = await stage(path, files)
    try {
      await moveInto(staged, path)
    } catch (error) {
      refuseTaken(path)
      throw error
    } finally {
      await removeFolder(staged)
    }
  }
  await explain(path, work, 'was not made')
}

/** Throws UsageError unless nothing is there, or an empty folder. */
export function refuseTaken(path: string): void {
  const what = takenBy(path)
  if (what !== undefined)
    throw new UsageError(`init: ${path} ${what}, expected a folder that does not exist yet; nothing is ever overwritten`)
}

function takenBy(path: string): string | undefined {
  try {
    if (!lstatSync(path).isDirectory()) return 'is there already'
    return readdirSync(path).length > 0 ? 'is not empty' : undefined
  } catch (error) {
    // Whatever else keeps a folder from being there is explained where it is made.
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'lies within a file' : undefined
  }
}

/** An empty folder gives way; what was put into it in the meantime stays, since only empty folders can be removed or replaced. */
async function moveInto(staged: string, path: string): Promise<void> {
  await rmdir(path).catch(() => undefined)
  await rename(staged, path)
}
