import { createReadStream, createWriteStream, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
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

/** Unpacks archives; it comes with the package of the browser. */
interface TarFs {
  extract(folder: string, options: object): NodeJS.WritableStream
}

/** Extracts one folder of a small `.tar.br`, for its owner alone. */
export async function extractTar(archive: string, folder: string, part: string): Promise<void> {
  const { extract } = createRequire(createRequire(import.meta.url).resolve('@sparticuz/chromium'))('tar-fs') as TarFs
  const place = join(folder, part)
  await mkdir(place, { mode: 0o700 })
  const ignore = (path: string) => !path.startsWith(place + sep)
  const files = extract(folder, { ignore, chown: false, utimes: false, umask: 0o077 })
  await pipeline(createReadStream(archive), createBrotliDecompress(), files)
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
