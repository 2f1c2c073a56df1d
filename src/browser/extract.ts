import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { type TarFile, untar } from './untar.ts'

/** What was written, as it was written. */
export interface ExtractedFile {
  /** Relative to the folder extracted into. */
  path: string
  /** Bytes. */
  size: number
  sha256: string
}

/** Decompresses in pieces of 256 KiB: the browser has 209 MB, which must never be in memory at once. */
const PIECE = 1 << 18

/** Decompresses one brotli file to `path` in the folder. The file must not exist; it is on disk when this returns. */
export async function extractFile(archive: string, folder: string, path: string, mode: number): Promise<ExtractedFile> {
  const pieces = createReadStream(archive, { highWaterMark: PIECE }).pipe(createBrotliDecompress({ chunkSize: PIECE }))
  const file = await open(join(folder, path), 'wx', mode)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      hash.update(piece)
      await file.writeFile(piece)
      size += piece.length
    }
    await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
  return { path, size, sha256: hash.digest('hex') }
}

/** Extracts the wanted files of a small `.tar.br`. */
export async function extractTar(archive: string, folder: string, wanted: (path: string) => boolean): Promise<ExtractedFile[]> {
  const files = untar(await promisify(brotliDecompress)(await readFile(archive)))
  return Promise.all(files.filter(({ path }) => wanted(path)).map((file) => writeExtracted(folder, file)))
}

/** Writes one file and makes sure that it is on disk. Only its owner can read, write or run it. */
export async function writeExtracted(folder: string, { path, mode, contents }: TarFile): Promise<ExtractedFile> {
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
  const file = await open(join(folder, path), 'wx', mode & 0o700)
  try {
    await file.writeFile(contents)
    await file.chmod(mode & 0o700)
    await file.sync()
  } finally {
    await file.close()
  }
  return { path, size: contents.length, sha256: createHash('sha256').update(contents).digest('hex') }
}

/** Makes a folder's entries last through a power cut. Windows cannot, and needs not. */
export async function fsyncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
