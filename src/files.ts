import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, UsageError } from './problem.ts'

/** The MDX files of a deck, relative to its folder, sorted. Throws InputError when the folder holds no deck. */
export function readDeckFolder(folder: string): string[] {
  if (!existsSync(join(folder, 'slides', 'deck.ts'))) {
    throw new InputError([
      {
        place: { file: folder },
        message: 'found no slides/deck.ts, expected a deck folder; `node build.ts init <folder> --data <file>` makes one',
      },
    ])
  }
  return readdirSync(join(folder, 'slides'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => `slides/${file.replaceAll('\\', '/')}`)
    .sort()
}

/** A file's text. Rejects when it cannot be read. */
export function readText(path: string): Promise<string> {
  return readFile(path, 'utf8')
}

/** The bytes of a file; undefined when there is none. Throws UsageError for what is not a readable file. */
export function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'EISDIR') throw new UsageError(`${path} is a folder, expected a file`)
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`${path} may not be read by you`)
    throw error
  }
}

/** SHA-256, in hex, over files in sorted order, by their paths relative to `folder` and their contents. */
export function hashFiles(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...paths].sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Every file of a built output folder, by path. Throws InputError when nothing is built there. */
export function readOutputs(folder: string): Map<string, Uint8Array> {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest))
    throw new InputError([{ place: { file: folder }, message: 'found no build, expected one; run `npm run build` first' }])
  const { outputs } = JSON.parse(readFileSync(manifest, 'utf8')) as { outputs: { path: string }[] }
  return new Map(outputs.map(({ path }) => [path, readFileSync(join(folder, path))]))
}
