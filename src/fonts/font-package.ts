import { join } from 'node:path'
import { foldersAround, kindOf, readBytes } from '../util/files.ts'
import { nearestWeight } from './face.ts'
import { openFont } from './font-file.ts'
import { inRanges } from './ranges.ts'

/** Letters of one face in several weights, each in a file of its own. */
export interface LetterSet {
  /** The file whose weight is nearest. */
  path(weight: number): string
  /** For which characters a browser asks for it, where the package says so. */
  ranges?: string
}

/** Something that has letters. */
export interface LetterSource {
  /** The first set that has all of these characters (code points). */
  find(codePoints: readonly number[]): LetterSet | undefined
}

/** A package of fontsource. */
export interface FontPackage extends LetterSource {
  family: string
  weights: readonly number[]
  subsets: readonly string[]
  /** By the name of its subset, such as `latin`. */
  set(subset: string): LetterSet
}

const ANY = 'U+0-10FFFF'

/** Where a package of fontsource lies, seen from some folders, the nearest first; undefined when it is not installed. */
export function findPackage(name: string, folders: readonly string[]): string | undefined {
  const candidates = folders.flatMap(foldersAround).map((folder) => join(folder, 'node_modules', name))
  return candidates.find((folder) => kindOf(join(folder, 'unicode.json')) === 'file')
}

/** Opens the package in a folder. */
export function openPackage(folder: string): FontPackage {
  const { id, family, weights } = readJson<{ id: string; family: string; weights: number[] }>(join(folder, 'metadata.json'))
  const ranges = readJson<Record<string, string>>(join(folder, 'unicode.json'))
  const subsets = Object.keys(ranges)
  // A package of one file says of it what it says of every other, and not what is in it.
  const rangesOf = (subset: string) => (subsets.length === 1 ? undefined : ranges[subset])
  const set = (subset: string): LetterSet => {
    const name = subset.replace(/[[\]]/g, '')
    const path = (weight: number) => join(folder, 'files', `${id}-${name}-${nearestWeight(weights, weight)}-normal.woff2`)
    const known = rangesOf(subset)
    return { path, ...(known !== undefined && { ranges: known }) }
  }
  return { family, weights, subsets, set, ...sourceOf(subsets.map(set)) }
}

/** Sets of letters, of which only those are opened that may have what is asked for. */
export function sourceOf(sets: readonly LetterSet[]): LetterSource {
  const find = (codePoints: readonly number[]) =>
    sets.find((set) => inRanges(set.ranges ?? ANY, codePoints) && hasAll(set, codePoints))
  return { find }
}

/** Whether the file of a set has all characters. */
function hasAll(set: LetterSet, codePoints: readonly number[]): boolean {
  const file = openFont(set.path(400))
  return codePoints.every((code) => file.has(code))
}

function readJson<T>(path: string): T {
  return JSON.parse(Buffer.from(readBytes(path) ?? []).toString()) as T
}
