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
