/**
 * The plain marks that a chart is compiled to. All coordinates are absolute, in CSS pixels of the frame, y downwards.
 * The same marks make the moving stage, the stills of the PDFs and the page without JavaScript.
 */

/**
 * How a mark is painted. Fill and stroke are CSS colours, the deck's own being custom properties such as `var(--signal)`, or gradients
 * (`definitions.ts`).
 */
export interface Paint {
  fill?: string
  stroke?: string
  strokeWidth?: number
  strokeDash?: string
  strokeDashOffset?: number
  strokeMiter?: number
  /** 0…1; absent means 1. */
  opacity?: number
  fillOpacity?: number
  strokeOpacity?: number
  strokeCap?: 'round' | 'square'
  strokeJoin?: 'round' | 'bevel'
  /** What the mark is clipped to (`clip.ts`): `x y width height`, or an outline as path data; several are joined by `;`. */
  clip?: string
  /** How the mark is mixed with what lies beneath it, as CSS names it. */
  blend?: string
  /** How the mark comes and, backwards, goes; absent means that it fades. */
  entrance?: Entrance
}

/**
 * Ways of coming onto the stage: growing `up` from the lower edge, `right` from the left edge or from the `centre`,
 * falling into place one after another (`drop`), or fading. The compiler chooses; a chart overrides it with the
 * Vega-Lite mark property `style`, for example `style: 'drop'`.
 */
export type Entrance = 'up' | 'right' | 'centre' | 'drop' | 'fade'

/** A rectangle; with `radius` half its side it is a circle, so that bars, squares and bubbles turn into one another. */
export interface RectMark extends Paint {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  radius?: number
}

/** A straight line. */
export interface RuleMark extends Paint {
  kind: 'rule'
  x: number
  y: number
  x2: number
  y2: number
}

/** Any other outline: `d` is SVG path data relative to (x, y). */
export interface PathMark extends Paint {
  kind: 'path'
  x: number
  y: number
  d: string
  /** Clockwise about (x, y), in degrees. */
  angle?: number
}

/** One line of text, anchored at its baseline. */
export interface TextMark extends Paint {
  kind: 'text'
  x: number
  y: number
  text: string
  /** Font size in px. */
  size: number
  family?: string
  weight?: number
  italic?: boolean
  anchor?: 'middle' | 'end'
  /** Clockwise, in degrees. */
  angle?: number
}

/** A picture in a box. */
export interface ImageMark extends Paint {
  kind: 'image'
  x: number
  y: number
  width: number
  height: number
  /** Address of its bytes, `data:` and all. */
  href: string
  /** Fills its box whatever its own proportions are. */
  stretched?: boolean
  /** Enlarged without smoothing. */
  pixelated?: boolean
}

/** Anything that is drawn on the stage. */
export type Mark = RectMark | RuleMark | PathMark | TextMark | ImageMark

/** Everything the stage shows at one step: marks by stable key, in drawing order, and what they say. */
export interface StageState {
  /** Accessible name: chart type, data and finding. Empty when the stage is empty. */
  name: string
  marks: ReadonlyMap<string, Mark>
  /** How long the move into this state takes, in ms, when it is not the usual time. */
  duration?: number
}

/**
 * A move between two states, as pictures that it comes through. All have the same marks: the first looks as the state before, with what is
 * to come unseen in it, the last as the state after, with what has left unseen.
 */
export interface Move {
  /** One more than there are stages. */
  keyframes: readonly StageState[]
  /** How long each stage takes, in ms; between pictures of the same stage that differ in what is not seen, none at all. */
  durations: readonly number[]
  /** The last stages, from the one with this number on, show one value of time after another. */
  run?: { start: number; isHeld: boolean }
  /** The part of every stage in which a mark moves, by key; all others take the whole of it. Parts of 1. */
  timing?: ReadonlyMap<string, readonly [delay: number, span: number]>
}

/** A size the stage is compiled for, in CSS px. */
export interface Frame {
  id: string
  width: number
  height: number
}
