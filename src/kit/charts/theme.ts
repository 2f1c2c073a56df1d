import type { Config } from 'vega-lite'

/** The page's colours; each theme sets them, light and dark. One is saturated, and it belongs to the current record. */
export const colour = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  /** Secondary text. */
  quiet: 'var(--quiet)',
  /** Marks that are not the point. */
  mute: 'var(--mute)',
  /** Gridlines, empty frames, land. */
  faint: 'var(--faint)',
  signal: 'var(--signal)',
} as const

/** One of these colours. */
export type Colour = (typeof colour)[keyof typeof colour]

/** First family of the page's `--sans`, in which all text of charts is set; its figures are tabular. Charts only measure with it. */
export const family = 'Source Sans 3'

/** Durations of moves in ms, where they differ from the player's own. */
export const duration = {
  /** A scale zooms out. */
  zoom: 900,
  /** One chart becomes another. */
  scene: 1400,
  /** All squares so far come back. */
  fill: 1200,
  /** Hundreds of squares pour in. */
  pour: 2000,
} as const

/** What every spec shares, by the size of its labels in px: no background, no frame, and no axis but where a layer has one. */
export function config(label: number): Config {
  const type = { labelFontSize: label, titleFontSize: label, labelColor: colour.quiet, titleColor: colour.quiet }
  const face = { labelFont: 'var(--sans)', titleFont: 'var(--sans)', titleFontWeight: 400 as const }
  return {
    background: 'transparent',
    view: { stroke: null },
    axis: {
      ...type,
      ...face,
      disable: true,
      domain: false,
      ticks: false,
      translate: 0,
      gridColor: colour.faint,
      labelLimit: 400,
    },
    axisX: { labelPadding: 4 },
    axisY: { labelPadding: 8 },
    legend: { disable: true },
    text: { font: 'var(--sans)', baseline: 'alphabetic', fontSize: label, fill: colour.quiet },
    point: { shape: 'circle', filled: true, opacity: 1 },
  }
}
