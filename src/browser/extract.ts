import { createReadStream, createWriteStream, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { isOurs } from '../util/private-folder.ts'

/** Decompresses in pieces of 256 KiB: the browser has 209 MB, which must never be in memory at once. */
const PIECE = 1 << 18

/** Decompresses one brotli file to a program that only its owner can run. The file must not exist; it is on disk when this returns. */
export async function extractFile(archive: string, path: string): Promise<void> {
  await pipeline(
    createReadStream(archive, { highWaterMark: PIECE }),
    createBrotliDecompress({ chunkSize: PIECE }),
    createWriteStream(path, { flags: 'wx', mode: 0o700, flush: true }),
  )
}

/** Extracts the wanted files of a small `.tar.br` likewise. */
export async function extractTar(archive: string, folder: string, wanted: (path: string) => boolean): Promise<void> {
  const files = untar(await promisify(brotliDecompress)(await readFile(archive)))
  for (const { path, mode, contents } of files.filter((file) => wanted(file.path))) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(folder, path), contents, { flag: 'wx', mode: mode & 0o700, flush: true })
  }
}

/** Lies beside the extracted files and says what they were when they were written. */
const RECORD = 'extracted.json'

/** Notes what was extracted into a folder. Call it when all of it is written. */
export async function writeRecord(folder: string): Promise<void> {
  await writeFile(join(folder, RECORD), stampsOf(folder), { mode: 0o600, flush: true })
}

/** Whether a folder holds exactly what was extracted into it: nothing missing, cut off, exchanged, touched or added. Costs a millisecond. */
export function isIntact(folder: string): boolean {
  try {
    const paths = filesUnder(folder).map((path) => join(folder, path))
    if (!isPrivate(lstatSync(folder), 'folder') || !paths.every((path) => isPrivate(lstatSync(path), 'file'))) return false
    return paths.length > 1 && readFileSync(join(folder, RECORD), 'utf8') === stampsOf(folder)
  } catch {
    return false
  }
}

function isPrivate(found: Stats, kind: 'file' | 'folder'): boolean {
  return (kind === 'file' ? found.isFile() : found.isDirectory()) && isOurs(found.uid) && (found.mode & 0o077) === 0
}

/** Size and time of change of each file; the latter nobody but the kernel can set. */
function stampsOf(folder: string): string {
  const files = filesUnder(folder).filter((path) => path !== RECORD)
  return JSON.stringify(files.map((path) => [path, lstatSync(join(folder, path)).size, lstatSync(join(folder, path)).ctimeMs]))
}

/** Everything in a folder that is not itself a folder, sorted. */
function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** A regular file in a tar archive. */
interface TarFile {
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
