import type { Frame } from '../../story/mark.ts'
import type { Notation } from '../notation.ts'

/**
 * A track as JSON: every state as its difference from the one before, by columns. Keys are listed in drawing order and
 * meant by their position, texts are meant by their position in one table, so that an outline is stored once.
 */
export interface EncodedTrack {
  frame: Frame
  notation: Notation
  keys: EncodedKey[]
  strings: string[]
  states: EncodedState[]
  moves?: EncodedMove[]
}

/** A key, or several that end in numbers: what they begin with, the first number, and how many there are. */
export type EncodedKey = string | [start: string, first: number, count: number]

/**
 * The position of the state that a move leads to, how long its stages take, in ms, what it comes through, and from which stage on it shows
 * one value of time after another, each at rest (1) or on its way to the next (0).
 */
export type EncodedMove = [index: number, durations: readonly number[], keyframes: EncodedState[], run?: [number, number]]

/** Name (in the strings), duration in ms plus 1 or 0, ids that leave, what changes, and the drawing order when it is not that of the keys. */
export type EncodedState = [name: number, duration: number, leaving: number[], columns: Column[], order?: number[]]

/** One property, the marks whose value changes, and the values, of texts their positions. All are differences from the one before. */
export type Column = [property: number, ids: number[], values: (number | null)[]]

/** A mark with its properties by name. */
export type Loose = Record<string, string | number | boolean | undefined>

/** The position of a property here is its number in the track; new ones go to the end. */
export const TEXTS = [
  'kind',
  'd',
  'text',
  'family',
  'anchor',
  'fill',
  'stroke',
  'strokeDash',
  'strokeCap',
  'strokeJoin',
  'clip',
  'entrance',
  'blend',
  'href',
]
const NUMBERS = [
  'x',
  'y',
  'width',
  'height',
  'radius',
  'x2',
  'y2',
  'size',
  'weight',
  'italic',
  'angle',
  'strokeWidth',
  'opacity',
  'fillOpacity',
  'strokeOpacity',
  'strokeDashOffset',
  'strokeMiter',
  'stretched',
  'pixelated',
]
export const PROPERTIES = [...TEXTS, ...NUMBERS]

/** Properties that are true or absent. */
export const FLAGS = new Set(['italic', 'stretched', 'pixelated'])

/** Decimals that any number of a mark has at most. */
export const DECIMALS = 3
