import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { privateFolder } from './private-folder.ts'

/** Results of slow work, kept between builds for this user alone. Without a place for them everything works, only slower. */
export interface Cache {
  /** What was kept under a key, or undefined. The key must be made from all that the result depends on. */
  find(key: string): Promise<Uint8Array | undefined>
  /** Keeps a result; never rejects. */
  keep(key: string, contents: Uint8Array): Promise<void>
}

/**
 * What is kept: pictures for link previews, slides as MDX has compiled them, photographs that were made smaller, and fonts that were
 * cut. Each kind has a folder of its own.
 */
export const kinds = ['pictures', 'slides', 'resized', 'fonts'] as const
/** One of them. */
export type Kind = (typeof kinds)[number]

/** So many results of one kind are kept at most when a build begins. */
export const MOST_CACHED = 400

/** For results that are too many to be kept, and for machines without a place. */
export const noCache: Cache = { find: async () => undefined, keep: async () => {} }

/** Opens what is kept of one kind, and forgets the oldest where there is more than `most`. */
export function createCache(kind: Kind, most = MOST_CACHED, folder = placeFor(kind)): Cache {
  if (folder === undefined) return noCache
  const forgotten = forget(folder, most)
  const fileOf = (key: string) => join(folder, hashOf(key).toString('hex'))
  return {
    find: async (key) => readWhole(fileOf(key)),
    async keep(key, contents) {
      await forgotten
      await writeWhole(fileOf(key), contents).catch(() => {})
    },
  }
}

function placeFor(kind: Kind): string | undefined {
  try {
    return join(privateFolder(), kind)
  } catch {
    return undefined
  }
}

function hashOf(contents: string | Uint8Array): Buffer {
  return createHash('sha256').update(contents).digest()
}

/** A file begins with the hash of what follows, since a disk that was full or lost its power may have cut it off. */
const HASH_BYTES = 32

async function readWhole(path: string): Promise<Uint8Array | undefined> {
  const file = await readFile(path).catch(() => Buffer.alloc(0))
  const contents = file.subarray(HASH_BYTES)
  return file.length > HASH_BYTES && hashOf(contents).equals(file.subarray(0, HASH_BYTES)) ? contents : undefined
}

/** Written aside and renamed, since other builds may read it meanwhile. */
async function writeWhole(path: string, contents: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    await writeFile(aside, [hashOf(contents), contents], { mode: 0o600 })
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function forget(folder: string, most: number): Promise<void> {
  try {
    const names = readdirSync(folder)
    if (names.length <= most) return
    const byAge = names
      .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.written - a.written)
    await Promise.all(byAge.slice(most).map(({ name }) => rm(join(folder, name), { force: true })))
  } catch {
    // There is no such folder yet, or another build has forgotten the same.
  }
}
