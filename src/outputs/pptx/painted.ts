import type { Box } from './xml.ts'

/** What a browser has painted. */
export interface Painted {
  slides: readonly PaintedSlide[]
  /** What colours come to that it mixes, by how they are written, on either ground, as `#rrggbb`. */
  mixes: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>
}

/** What is painted of one slide, in the order in which it is read, and its notes. Lengths in px of the slide. */
export interface PaintedSlide {
  pieces: readonly Piece[]
  notes: readonly Piece[]
  /** Its own ground, as `#rrggbb`. */
  ground?: string | undefined
}

export type Piece = PaintedText | PaintedTable | PaintedPicture | PaintedChart | PaintedArea

/** A paragraph: the box of its lines and of what hangs before them, as wide as they had room. */
export interface PaintedText {
  kind: 'text'
  /** The part of the slide that it belongs to. */
  part: string
  box: Box
  runs: readonly PaintedRun[]
  /** Height of a line. */
  line: number
  lines: number
  /** Width of the longest line, where all were made of equal length. */
  balanced?: number
  align?: 'ctr' | 'end'
  /** How far before the others its first line begins, and what stands there: a sign, or a number. */
  hanging?: { by: number; text?: string | number | undefined }
  /** The area that it is written on, where both are one, as code is. */
  on?: PaintedArea
}

/** Letters that look alike. */
export interface PaintedRun {
  /** A line ends where it is `\n`. */
  text: string
  size: number
  /** The first family of their face. */
  family: string
  /** `#rrggbb`. */
  colour: string
  /** Space between letters. */
  spacing: number
  bold: boolean
  italic: boolean
  strike: boolean
  underline: boolean
  raised?: 'sup' | 'sub'
  /** Address. */
  link?: string
  /** BCP 47, where it is not that of the page. */
  lang?: string
  /** Number of the formula on the slide that the text stands for. */
  formula?: number
}

/** A table, or what of it stands below each other. */
export interface PaintedTable {
  kind: 'table'
  part: string
  box: Box
  rows: readonly PaintedRow[]
  caption: string
}

export interface PaintedRow {
  box: Box
  isHead: boolean
  cells: readonly PaintedCell[]
}

export interface PaintedCell {
  box: Box
  texts: readonly PaintedText[]
  /** Room at its sides within. */
  left: number
  right: number
  /** Colour of the line below it, as `#rrggbb`. */
  below?: string
}

/** A picture in its place, which it fills or stands in whole. */
export interface PaintedPicture {
  kind: 'picture'
  part: string
  box: Box
  /** Its path. */
  src: string
  alt: string
  fit: string
  /** Where it stands in a larger place, as a part of the room that is left over, from 0 to 1. */
  at: readonly [x: number, y: number]
}

/** A chart in the text, in the order of those of its slide, or, as a part of its own, the small map of its record. */
export interface PaintedChart {
  kind: 'chart'
  part: string
  box: Box
}

/** A ground, or a line between parts. */
export interface PaintedArea {
  kind: 'area'
  part: string
  box: Box
  /** `#rrggbb`. */
  colour: string
}
