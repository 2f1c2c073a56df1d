import { dirname } from 'node:path'
import { EnvironmentError, shown } from '../util/diagnostic.ts'
import { makeFolders } from '../util/files.ts'
import type { OutputFile } from '../util/output-file.ts'
import { createManifest, isStray, MANIFEST, type Manifest, type Origin } from './manifest.ts'
import { refuseForeignFolder } from './refuse.ts'
import { recover, removeLeftovers, stage, swap } from './swap.ts'

/** Puts an output folder back when a build was killed while it was out of the way. */
export function repair(out: string): Promise<void> {
  return explain(out, () => recover(out))
}

/**
 * Looks at the output folder before a build begins: throws UsageError when it is not ours to replace, EnvironmentError
 * when there can be no such folder, and puts it back when a build was killed while it was out of the way.
 */
export async function prepareFolder(out: string, sources: readonly string[]): Promise<void> {
  await explain(out, async () => {
    await recover(out)
    refuseForeignFolder(out, sources)
  })
}

/**
 * Replaces the folder by the files, all or none of them: everything is staged beside it, and whole folders are renamed. Throws
 * UsageError for a folder that is not ours to replace, EnvironmentError when the disk is full or the place is not writable; the
 * folder is then as it was. `sources` are folders that must never be replaced. A build that is killed while the folder is out of the way is repaired by whoever comes next.
 */
export async function publish(
  out: string,
  files: readonly OutputFile[],
  origin: Origin,
  sources: readonly string[],
): Promise<Manifest> {
  for (const { path } of files) refuseStrayPath(path)
  const manifest = createManifest(files, origin)
  return explain(out, async () => {
    makeFolders(dirname(out))
    await recover(out)
    refuseForeignFolder(out, sources)
    await removeLeftovers(out)
    const staged = await stage(out, [...files, { path: MANIFEST, contents: `${JSON.stringify(manifest, null, 2)}\n` }])
    await swap(staged, out)
    return manifest
  })
}

/** Paths are made from ids and names that were checked long before; whatever slips through must not be written elsewhere. */
function refuseStrayPath(path: string): void {
  if (isStray(path)) throw new RangeError(`found the output ${shown(path)}, expected a path inside the output folder`)
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and build again',
  EDQUOT: 'your disk quota is used up; free some space and build again',
  EROFS: 'the file system is read-only; name another folder with --out',
  EACCES: 'you may not write there; name another folder with --out',
  EPERM: 'you may not write there; name another folder with --out',
  EBUSY: 'it is in use, or a disk is mounted there; close what uses it, or name a folder inside it with --out',
  EXDEV: 'another disk is mounted there; name a folder inside it with --out',
  ENOENT: 'there can be no folder at this place; name another one with --out',
  ENOTDIR: 'a part of its path is a file; name another folder with --out',
  EEXIST: 'a part of its path is a file; name another folder with --out',
  ELOOP: 'its path has links in a circle; remove them, or name another folder with --out',
  ENAMETOOLONG: 'its name is too long; name another folder with --out',
}

/**
 * Does work on a folder, and says of what the machine refuses what to do about it; anything else is a fault of ours.
 * `what` says how the folder then is: by default it is as it was, and another one can be named with --out.
 */
export async function explain<T>(out: string, work: () => Promise<T>, what?: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const why = EXPLANATIONS[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    if (what !== undefined) throw new EnvironmentError(`${out} ${what}: ${why.replaceAll(' with --out', '')}`)
    throw new EnvironmentError(`${out} was not written and is as it was: ${why}`)
  }
}
