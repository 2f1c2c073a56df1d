import { createHash } from 'node:crypto'
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, type Stats } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOurs } from '../util/private-folder.ts'
import type { ExtractedFile } from './extract.ts'

/** The bundled browser is the headless shell, so it goes by the name that this has elsewhere. */
export const EXECUTABLE = 'chrome-headless-shell'

/** Lies beside the extracted files and says what they were when they were written. */
const RECORD = 'extracted.json'

interface RecordedFile extends ExtractedFile {
  /** Changes whenever anything about the file does; nobody but the kernel can set it. */
  changed: number
}

/** Notes each file's size, hash and time of change. Call it when all of them are written. */
export async function writeRecord(folder: string, files: readonly ExtractedFile[]): Promise<void> {
  const recorded: RecordedFile[] = files.map((file) => ({ ...file, changed: lstatSync(join(folder, file.path)).ctimeMs }))
  await writeFile(join(folder, RECORD), JSON.stringify(recorded), { mode: 0o600, flush: true })
}

/**
 * Whether a folder holds exactly what was extracted into it: nothing missing, cut off, exchanged or added.
 * Costs a millisecond; only a file that was touched since (by a restored backup, say) is read and compared by its hash.
 */
export function isIntact(folder: string): boolean {
  try {
    if (!isPrivate(lstatSync(folder), 'folder')) return false
    if (!isPrivate(lstatSync(join(folder, RECORD)), 'file')) return false
    const recorded = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as RecordedFile[]
    const expected = [RECORD, ...recorded.map(({ path }) => path)].sort()
    return recorded.length > 0 && sameNames(expected, filesUnder(folder)) && recorded.every((file) => isSame(folder, file))
  } catch {
    return false
  }
}

function isPrivate(found: Stats, kind: 'file' | 'folder'): boolean {
  return (kind === 'file' ? found.isFile() : found.isDirectory()) && isOurs(found.uid) && (found.mode & 0o077) === 0
}

/** Everything in a folder that is not itself a folder, sorted. */
function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index])
}

function isSame(folder: string, { path, size, sha256, changed }: RecordedFile): boolean {
  const found = lstatSync(join(folder, path))
  if (!isPrivate(found, 'file') || found.size !== size) return false
  return found.ctimeMs === changed || hashOf(join(folder, path)) === sha256
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
