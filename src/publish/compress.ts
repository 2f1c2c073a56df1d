import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { OutputFile } from '../util/output-file.ts'

/** Kinds of files that are not yet compressed. */
const COMPRESSIBLE = /\.(?:html|css|js|json|csv|svg|txt)$/

/** Where a gzip file names the system that made it, and the number for one that is not told. */
const [SYSTEM, UNKNOWN] = [9, 255]

/** The `.br` and `.gz` of every file that they make smaller, for hosts that send them as they lie there; the same bytes on every system. */
export async function compress(files: readonly OutputFile[]): Promise<OutputFile[]> {
  const made = await Promise.all(files.filter(({ path }) => COMPRESSIBLE.test(path)).map(variants))
  return made.flat()
}

async function variants({ path, contents }: OutputFile): Promise<OutputFile[]> {
  const bytes = Buffer.from(contents)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ])
  gz[SYSTEM] = UNKNOWN
  const made = [
    { path: `${path}.br`, contents: br },
    { path: `${path}.gz`, contents: gz },
  ]
  return made.filter((file) => file.contents.length < bytes.length)
}
