import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { EnvironmentError, InputError, UsageError } from './diagnostic.ts'
import { BEGIN, SOURCES } from './machine.ts'

/** The MDX files of a deck, relative to its folder, sorted. Throws InputError when the folder holds no deck. */
export function readDeckFolder(folder: string): string[] {
  if (!existsSync(join(folder, 'slides', 'deck.ts'))) {
    throw new InputError([
      {
        location: { file: folder },
        message: `found no slides/deck.ts, expected a deck folder; \`${BEGIN}\` makes one`,
      },
    ])
  }
  return filesBelow(folder, 'slides')
    .filter((file) => file.endsWith('.mdx'))
    .sort()
}

const NO_SLIDE = 'found a folder, expected a file with the text of a slide; call the folder otherwise, or put a file here'

/** Every file below a folder of the deck, links followed, but none that leads to a folder it lies in. */
function filesBelow(folder: string, name: string, around: readonly string[] = []): string[] {
  const real = realpathSync(join(folder, name))
  if (around.includes(real)) return []
  return readdirSync(real, { withFileTypes: true }).flatMap((entry) => {
    const path = `${name}/${entry.name}`
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && kindOf(join(folder, path)) === 'folder')
    if (isFolder && path.endsWith('.mdx')) throw new InputError([{ location: { file: path }, message: NO_SLIDE }])
    return isFolder ? filesBelow(folder, path, [...around, real]) : [path]
  })
}

/** A file's text. Rejects when it cannot be read. */
export function readText(path: string): Promise<string> {
  return readFile(path, 'utf8')
}

/** The bytes of a file; undefined when there is none. Throws UsageError for what is not a readable file. */
export function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'EISDIR') throw new UsageError(`${path} is a folder, expected a file`)
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`${path} may not be read by you`)
    throw error
  }
}

/** What lies at a path, links followed. What may not be looked at counts as nothing. */
export function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

/** A folder and all folders around it, the nearest first. */
export function foldersAround(folder: string): string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...foldersAround(dirname(folder))]
}

/** Where something really lies, links followed; undefined when there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** In bytes; 0 for what is not there, Infinity for what is no file, such as a pipe, whose end nobody knows. */
export function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.isFile() ? (found?.size ?? 0) : Infinity
}

/** Changes when a file does; the same for all that are not there. */
export function versionOf(path: string): string {
  const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return `${mtimeMs} ${size}`
}

/** Writes a text into a folder, which is made where there is none. Throws EnvironmentError where that cannot be. */
export function writeInto(folder: string, name: string, contents: string | Uint8Array): void {
  try {
    makeFolders(folder)
    writeFileSync(join(folder, name), contents)
  } catch (error) {
    throw new EnvironmentError(`${join(folder, name)} cannot be written (${String(error)}); name another folder with --out`)
  }
}

/** The names of the folders in a folder; none where there is no folder that can be read. */
export function folderNames(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}

/** The names of what lies in a folder; none where there is no folder. */
export function namesIn(folder: string): string[] {
  return kindOf(folder) === 'folder' ? readdirSync(folder) : []
}

/** Whether something is a folder or lies within it, links followed where they exist. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(realPath(folder) ?? resolve(folder), realPath(path) ?? resolve(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** SHA-256, in hex, over the names and contents of files; `paths` are relative to `folder`. Wherever the folder lies, the hash is the same. */
export function hashFiles(folder: string, paths: readonly string[]): string {
  const real = realpathSync(folder)
  const files = paths.map((path) => ({ name: nameOf(path, real), path: join(folder, path) }))
  const hash = createHash('sha256')
  for (const { name, path } of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** What a file is called wherever deck, machine and packages lie, and wherever a link in the deck leads. */
function nameOf(path: string, folder: string): string {
  const inPackage = path.lastIndexOf('node_modules/')
  if (inPackage >= 0) return path.slice(inPackage)
  return path.startsWith('..') ? `countdown-story/${relative(SOURCES, realpathSync(join(folder, path)))}` : path
}

/**
 * Makes a folder and those that it is in, where they are missing. Throws what the system says of the first that cannot be made.
 * Node's own way never returns for a place below `/proc`, where folders are missing and cannot be made.
 */
export function makeFolders(path: string, mode = 0o777): void {
  try {
    makeOne(path, mode)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    makeFolders(dirname(path), mode)
    makeOne(path, mode)
  }
}

function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, mode)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}

/** As many files as are open at once at the least; with fewer to spare Node ends without a word when it starts a thread. */
const SPARE_FILES = 16

/** Throws the system's error EMFILE where no more files may be open. */
export function requireOpenFiles(): void {
  const files: number[] = []
  try {
    for (let file = 0; file < SPARE_FILES; file++) files.push(openSync(devNull, 'r'))
  } finally {
    for (const file of files) closeSync(file)
  }
}
