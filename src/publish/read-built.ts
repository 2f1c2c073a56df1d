import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, InputError } from '../util/diagnostic.ts'
import { typedCommand } from '../util/machine.ts'
import { MANIFEST, type Manifest, type ManifestEntry, parseManifest, sha256 } from './manifest.ts'

/** What is in an output folder, as far as it is what was built. */
export interface Built {
  manifest: Manifest
  /** By path. */
  files: Map<string, Uint8Array>
  /** Files that are missing, damaged or exchanged for a link. */
  diagnostics: Diagnostic[]
}

/** Reads an output folder and compares it with its manifest; undefined when it has none of ours. Links in it are not followed. */
export function readBuilt(folder: string): Built | undefined {
  const text = readOwn(folder, MANIFEST)
  const manifest = typeof text === 'string' ? undefined : parseManifest(text.toString())
  if (!manifest) return undefined
  const built: Built = { manifest, files: new Map(), diagnostics: [] }
  for (const entry of manifest.outputs) {
    const found = readEntry(folder, entry)
    if (typeof found !== 'string') built.files.set(entry.path, found)
    else
      built.diagnostics.push({
        location: { file: join(folder, entry.path) },
        message: `found ${found}, expected the file that was built`,
      })
  }
  return built
}

/** Every file of a built output folder, by path. Throws InputError when nothing is built there, or it is no longer what was built. */
export function readOutputs(folder: string): Map<string, Uint8Array> {
  const built = readBuilt(folder)
  const nothing = {
    location: { file: folder },
    message: `found no build, expected a folder with its ${MANIFEST}; build the deck first: ${typedCommand('<deck-folder>')}`,
  }
  if (!built) throw new InputError([nothing])
  const again = { message: `${folder} is not what was built; build the deck again` }
  if (built.diagnostics.length > 0) throw new InputError([...built.diagnostics, again])
  return built.files
}

function readEntry(folder: string, { path, size, sha256: expected }: ManifestEntry): Buffer | string {
  const found = readOwn(folder, path)
  if (typeof found === 'string') return found
  if (found.length !== size) return `${found.length} bytes instead of ${size}`
  return sha256(found) === expected ? found : 'other bytes'
}

/** The bytes of a file that lies in the folder itself; else what is found in its place. */
function readOwn(folder: string, path: string): Buffer | string {
  const file = join(folder, path)
  try {
    if (realpathSync(file) !== join(realpathSync(folder), ...path.split('/'))) return 'a link'
    return lstatSync(file).isFile() ? readFileSync(file) : 'no file but something else'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'nothing' : `what cannot be read (${code})`
  }
}
