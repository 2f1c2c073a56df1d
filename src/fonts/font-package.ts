import { join } from 'node:path'
import { create, type Font } from 'fontkitten'
import { foldersAround, kindOf, readBytes, sizeOf } from '../util/files.ts'
import { nearestWeight } from './face.ts'

/** Whether characters (code points) are in the ranges that a style sheet gives a face. */
export function inRanges(ranges: string, codePoints: readonly number[]): boolean {
  const parsed = parse(ranges)
  return codePoints.every((code) => parsed.some(([first, last]) => code >= first && code <= last))
}

const known = new Map<string, readonly (readonly [first: number, last: number])[]>()

function parse(ranges: string): readonly (readonly [first: number, last: number])[] {
  const parsed =
    known.get(ranges) ??
    [...ranges.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(
      ([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
    )
  known.set(ranges, parsed)
  return parsed
}

/** Characters (code points) as a style sheet writes them, neighbours as one range. */
export function rangesOf(codePoints: Iterable<number>): string {
  const spans: [first: number, last: number][] = []
  for (const code of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const span = spans.at(-1)
    if (span?.[1] === code - 1) span[1] = code
    else spans.push([code, code])
  }
  return spans.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase()
}

/** A font file, opened. */
interface FontFile {
  has(codePoint: number): boolean
  /** In thousandths of the font size; ligatures and kerning are left out. */
  advance(codePoint: number): number
  /** Why documents cannot take its letters as letters; undefined when they can. */
  fault: string | undefined
}

const read = new Map<string, Uint8Array>()
const opened = new WeakMap<Uint8Array, FontFile>()

/** The bytes of a font file, read once for as long as it keeps its size. */
export function fontBytes(path: string): Uint8Array {
  const key = `${path} ${sizeOf(path)}`
  const bytes = read.get(key) ?? readBytes(path) ?? new Uint8Array()
  read.set(key, bytes)
  return bytes
}

/** Opens a WOFF2, WOFF or TrueType file. Throws when it is none. */
export function openFont(path: string): FontFile {
  const bytes = fontBytes(path)
  const known = opened.get(bytes) ?? open(bytes)
  opened.set(bytes, known)
  return known
}

function open(bytes: Uint8Array): FontFile {
  const font = create(Buffer.from(bytes))
  if (font.isCollection) throw new Error('found a collection of fonts')
  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm,
    fault: faultOf(font),
  }
}

/** What browsers print as pictures of letters, or cannot repeat. */
const UNFIT: readonly (readonly [tables: readonly string[], what: string])[] = [
  [['fvar'], 'a variable font'],
  [['CFF ', 'CFF2'], 'outlines of PostScript (CFF)'],
  [['COLR', 'CBDT', 'sbix', 'SVG '], 'letters in colour'],
]

function faultOf(font: Font): string | undefined {
  const { tables } = (font as Font & { directory: { tables: Readonly<Record<string, unknown>> } }).directory
  return UNFIT.find(([names]) => names.some((name) => Object.hasOwn(tables, name)))?.[1]
}

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
