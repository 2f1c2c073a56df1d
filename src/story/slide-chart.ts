import type { Spec } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import type { StepMove, Time } from './deck.ts'

/** A chart as a slide hands it over: nothing but text, so that it can come from anywhere. */
export interface SlideChart {
  /** The specification as JSON for each frame that it was asked for, by the frame's id; frames that share one have it once, as `all`. */
  specs: Readonly<Record<string, string>>
  /** Rows for its named data sets, as JSON. */
  data: string
  /** Values of its parameters on this slide. */
  params: Readonly<Record<string, unknown>>
  /** Those of the steps before, by which the deck comes to them. */
  earlier?: readonly Readonly<Record<string, unknown>>[]
  /** What it shows, for those who cannot see it. */
  name: string
  /** It stands in the text, and not on the stage. */
  inline: boolean
  /** It comes alive at view time, where the medium can. */
  interactive: boolean
  /** The value of time at which it stops on this slide. */
  at?: Time
  /** What is said of the move into this slide. */
  move?: StepMove
}

/** The property of the element that a chart in the text takes the place of: its number on the slide. */
export const CHART_PLACE = 'dataChart'

/** The class of the element that takes the inputs of a chart which comes alive. */
export const CONTROLS = 'chart-controls'

/** A chart as it is found in galleries and editors: Vega-Lite or Vega. */
export type ChartSpec = TopLevelSpec | Spec

/** The files that a chart names by address: data and pictures of the deck. */
export interface DataFiles {
  /** The text of a data file. Throws Error, whose message says what to do, where it cannot be had. */
  text(address: string): string
  /** A picture as a `data:` address, and its size in px. Throws as `text` does. */
  picture(address: string): { href: string; width: number; height: number }
  /** Changes when a file changes that was asked for. */
  stamp(): string
}
