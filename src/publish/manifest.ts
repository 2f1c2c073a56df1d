import { createHash } from 'node:crypto'
import type { OutputFile } from '../util/output-file.ts'

/** Name of the file, in the output folder, that tells what a build has written there. */
export const MANIFEST = 'manifest.json'

/** What `manifest.json` says of a build. */
export interface Manifest {
  /** Name and version of the generator. */
  generator: string
  /** SHA-256 of everything the story was made from, in hex. */
  input: string
  /** Every other file, sorted by path; size in bytes. */
  outputs: { path: string; size: number; sha256: string }[]
}

/** Lists the files with their sizes and hashes. */
export function createManifest(files: readonly OutputFile[], generator: string, input: string): Manifest {
  const outputs = files.map(({ path, contents }) => {
    const bytes = Buffer.from(contents)
    return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  return { generator, input, outputs: outputs.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Reads a manifest; undefined when the text is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { generator, input, outputs } = JSON.parse(text) as Partial<Manifest>
    if (!generator?.startsWith('countdown-story ') || typeof input !== 'string' || !Array.isArray(outputs)) return undefined
    return { generator, input, outputs }
  } catch {
    return undefined
  }
}
