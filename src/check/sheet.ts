/** Less than this, in px, comes from rounding, and is not seen. */
export const TOLERANCE = 1.5

/** A rectangle in CSS px, y downwards. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What a text should stay inside of: a column, a cell, a page. One that goes on in another column has several boxes. */
export interface Container {
  /** `slide`, `page` … for the sheet itself or the picture of a chart; a part of the sheet has none. */
  name?: string
  boxes: Box[]
  /** Whether nothing is seen of what leaves it. */
  clips?: boolean
}

/** A colour in sRGB, each part 0…255, as it is seen: nothing shines through it. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Letters of a text and what is painted behind them. */
export interface Shade {
  letters: Rgb
  ground: Rgb
  theme: 'light' | 'dark'
  /** Size of the letters as they are painted, in px. */
  size: number
  isBold: boolean
}

/** What is painted over a text and lets nothing of it through. */
export interface Cover {
  /** As the author finds it, for example `<div class="map">`. */
  name: string
  isMark: boolean
  /** What is covered of one line of the text. */
  box: Box
}

/** A text as its reader takes it: a headline, a paragraph, a cell of a table, a label of a chart. */
export interface TextBlock {
  words: string
  /** What it is called, for example `headline`. */
  part: string
  isLabel: boolean
  /** Size of its smallest letters as they are painted, in px. */
  size: number
  /** Its lines: across, their advance widths; up and down, the ink of their letters. */
  lines: Box[]
  /** The same lines as high as they are set, where tall letters or accents reach out of one. */
  strips?: Box[]
  /** Positions in the sheet's containers, innermost first. */
  within: number[]
  /** Id of the part of the story that it belongs to, where that is not the sheet's. */
  owner?: string
  /** Every pair of colours that it is seen in. Absent where they are not known, as on a picture. */
  shades?: Shade[]
  covers?: Cover[]
}

/** What is looked at as one: a slide, a step of the reading page, a page of paper. */
export interface Sheet {
  id: string
  containers: Container[]
  texts: TextBlock[]
}

/** The place of a chart in px: with its padding, and what is left for the picture. */
export interface Place {
  clientWidth: number
  clientHeight: number
  width: number
  height: number
}

/** What was found in one window. */
export interface Findings {
  sheets: Sheet[]
  /** How far the page can be scrolled sideways, in px. */
  sideways: number
  /** The place of the chart beside the text, where there is one. */
  stage?: Place
}

/** What to look for in a page. */
export interface Wanted {
  /** Selector of the sheets. */
  sheets: string
  /** Selector of what is no text of theirs. */
  ignore?: string
  /** Selector of what is no text, and still nothing that a text may lie over. */
  obstacles?: string
  /** Selector of parts that belong to what has the first id inside them. */
  owners?: string
  /** What the sheets are called. */
  name: string
  /** Width of the window, the last, in which they are looked at in the dark theme, too, if their readers may choose it. */
  dark?: number
  /** How far a sheet reaches: to its own box, to its least height, or as wide as the window and without end. */
  extent: 'box' | 'least-height' | 'window'
}
