import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { OutputFile } from '../util/output-file.ts'

/** Kinds of files that are not yet compressed. */
const COMPRESSIBLE = /\.(?:html|css|js|json|csv|svg|txt)$/

/** Whether a file is the compressed form of another. */
export function isCompressed(path: string): boolean {
  return /\.(?:br|gz)$/.test(path)
}

/** Where a gzip file names the system that made it, and the number for one that is not told. */
const [SYSTEM, UNKNOWN] = [9, 255]

/** The `.br` and `.gz` of every file that they make smaller, for hosts that send them as they lie there; the same bytes on every system. */
export async function compress(files: readonly OutputFile[]): Promise<OutputFile[]> {
  const made = await Promise.all(files.filter(({ path }) => COMPRESSIBLE.test(path)).map(variants))
  return made.flat()
}

async function variants(file: OutputFile): Promise<OutputFile[]> {
  const { path, contents } = file
  const bytes = Buffer.from(contents)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ])
  gz[SYSTEM] = UNKNOWN
  const made = [
    { ...file, path: `${path}.br`, contents: br },
    { ...file, path: `${path}.gz`, contents: gz },
  ]
  return made.filter(({ contents: packed }) => packed.length < bytes.length)
}
