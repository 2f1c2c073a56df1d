import { createHash } from 'node:crypto'
import type { OutputFile } from '../util/output-file.ts'

/** Name of the file, in the output folder, that tells what a build has written there. */
export const MANIFEST = 'manifest.json'

/** What outputs were made from. */
export interface Origin {
  /** Name and version of the generator. */
  generator: string
  /** SHA-256 of everything the story was made from, in hex. */
  input: string
  /** What the command line and the environment add to that, such as the size of paper. */
  settings: Readonly<Record<string, string>>
}

/** A file that a build has written; size in bytes. */
export interface ManifestEntry {
  path: string
  size: number
  sha256: string
  /** Names of the outputs that it belongs to. */
  madeBy: readonly string[]
  /** Packages whose work is in it, by their ways from the folder that holds all packages. */
  packages?: readonly string[]
}

/** What `manifest.json` says of a build. */
export interface Manifest extends Origin {
  /** Every other file, sorted by path. */
  outputs: readonly ManifestEntry[]
}

/** Whether a path, with slashes, leads out of the folder that it belongs to, or means something else on another system. */
export function isStray(path: string): boolean {
  return /[\\\0:]/.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')
}

/** Lists the files with their sizes and hashes. */
export function createManifest(files: readonly OutputFile[], { generator, input, settings }: Origin): Manifest {
  const outputs = files.map(({ path, contents, madeBy = [], packages }) => {
    const bytes = Buffer.from(contents)
    return { path, size: bytes.length, sha256: sha256(bytes), madeBy, ...(packages && { packages }) }
  })
  return { generator, input, settings, outputs: outputs.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** As a manifest has it, in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads a manifest; undefined when the text is none of ours, or names what no build writes. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { generator, input, settings, outputs } = JSON.parse(text) as Partial<Manifest>
    if (!generator?.startsWith('countdown-story ') || typeof input !== 'string' || !Array.isArray(outputs)) return undefined
    // Earlier versions noted neither settings nor makers.
    const all = outputs.map((entry: Partial<ManifestEntry>) => ({ madeBy: [], ...entry }))
    return all.every(isEntry) ? { generator, input, settings: settings ?? {}, outputs: all } : undefined
  } catch {
    return undefined
  }
}

function isEntry(entry: Partial<ManifestEntry>): entry is ManifestEntry {
  const { path, size, sha256, madeBy, packages = [] } = entry
  if (!Array.isArray(packages) || !packages.every((name) => name === '.' || !isStray(String(name)))) return false
  return (
    typeof path === 'string' && !isStray(path) && typeof size === 'number' && typeof sha256 === 'string' && Array.isArray(madeBy)
  )
}
