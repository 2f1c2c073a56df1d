import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { UsageError } from '../util/diagnostic.ts'
import { isWithin } from '../util/files.ts'
import { MANIFEST, parseManifest } from './manifest.ts'

/** Files that operating systems leave in folders; they are nobody's work. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * Throws UsageError unless `out` may be replaced whole: it is missing, empty, or holds only what an earlier build wrote.
 * `sources` are folders that must never be replaced, nor any folder around them.
 */
export function refuseForeignFolder(out: string, sources: readonly string[]): void {
  const refuse = (why: string): never => {
    throw new UsageError(`--out: ${out} ${why}; name an empty folder or one that an earlier build made`)
  }
  for (const source of [...sources, homedir(), sep]) {
    if (isWithin(out, resolve(source))) refuse(`is or holds ${source}`)
  }
  const entry = lstatSync(out, { throwIfNoEntry: false })
  if (!entry) return
  if (entry.isSymbolicLink()) refuse('is a symbolic link')
  if (!entry.isDirectory()) refuse('is not a folder')
  const files = listFiles(out)
  const written = writtenFiles(out)
  const foreign = files.filter((file) => !written.has(file) && !LITTER.has(file.split('/').at(-1) ?? ''))
  if (foreign.length > 0)
    refuse(`holds ${foreign.length === 1 ? 'a file' : `${foreign.length} files`} that no build wrote, such as ${foreign[0]}`)
}

/** Every file below a folder, relative to it, with forward slashes; a folder that holds nothing does not count. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}

function writtenFiles(folder: string): Set<string> {
  let text = ''
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8')
  } catch {
    // No manifest: nothing in the folder is ours.
  }
  const manifest = parseManifest(text)
  return new Set(manifest ? [MANIFEST, ...manifest.outputs.map(({ path }) => path)] : [])
}
