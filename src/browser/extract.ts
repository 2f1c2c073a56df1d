import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'

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

/** A regular file in a tar archive. */
export interface TarFile {
  path: string
  /** Permission bits. */
  mode: number
  contents: Buffer
}

const BLOCK = 512

/**
 * The regular files of an uncompressed tar archive (ustar). Folders are implied by paths; links and device files are left out.
 * Throws when a path leads out of the archive, or when the archive is cut off.
 */
export function untar(archive: Buffer): TarFile[] {
  const files: TarFile[] = []
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + BLOCK)
    const size = Number.parseInt(text(header, 124, 12), 8)
    const contents = archive.subarray(at + BLOCK, at + BLOCK + size)
    if (contents.length !== size) throw new Error('the archive is cut off')
    if (header[156] === 0 || text(header, 156, 1) === '0') {
      files.push({ path: safePath(header), mode: Number.parseInt(text(header, 100, 8), 8), contents })
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

function safePath(header: Buffer): string {
  const prefix = text(header, 345, 155)
  const path = (prefix ? `${prefix}/` : '') + text(header, 0, 100)
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`the archive holds the path ${path}`)
  return path
}

/** A field of the header, up to its terminating zero. */
function text(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? length : end).trim()
}
