import type { ComponentChildren, ComponentType } from 'preact'
import type { ChartSpec } from './chart-spec.ts'
import type { Columns } from './column.ts'
import type { Describe } from './description.ts'
import type { Explorer } from './explorer.ts'
import type { Format } from './format.ts'
import type { Handout } from './handout.ts'
import type { Frame } from './mark.ts'
import type { Palette } from './palette.ts'

export type { Palette } from './palette.ts'

/** What the machine needs to know of a row of the ranked table; a deck's own records have more. */
export interface RankedRecord {
  /** Lower-case slug, unique; it becomes the slide's id. */
  id: string
  /** 1 is told last. */
  rank: number
  /** As printed. */
  name: string
}

/** One step of a scene: the values of its parameters, and what the chart then shows. */
export interface SceneStep {
  id: string
  /** Values for the spec's `params`, by name. */
  params: Readonly<Record<string, unknown>>
  /** Accessible name: chart type, data, and the finding of this step. */
  name: string
  /** Duration of the move into this step in ms; 650 unless given. */
  duration?: number
}

/** A chart that moves: one Vega-Lite spec with parameters, and the steps that set them. */
export interface Scene {
  /** Draws the chart for a frame. Called once a frame. */
  spec(frame: Frame): ChartSpec
  steps: readonly SceneStep[]
}

/** A part of the story; its slides are told in the order given. */
export interface Act {
  id: string
  title: string
  /** The scene its slides show unless their frontmatter names another. */
  scene?: string
  /** Slide ids. A record's slide without an MDX file gets the deck's template. */
  slides: readonly string[]
}

/** What a layout receives: the parts of one slide, to be placed anywhere, each once. */
export interface LayoutProps {
  deck: Deck
  slide: SlideMeta
  /** The headline's text. */
  title: string
  headline: ComponentChildren
  /** Everything of the MDX but headline and notes. */
  body: ComponentChildren
}

/** A step of a scene, by their names. */
export interface StageStep {
  scene: string
  step: string
}

/** The facts about a slide that are known before it is rendered. */
export interface SlideMeta {
  id: string
  act: Act
  /** 0-based position in the deck. */
  index: number
  layout: string
  record?: RankedRecord
  /** Ids that it had before, by which old links still find it. */
  aliases?: readonly string[]
  /** The step of the stage this slide shows. */
  stage?: StageStep
}

/** What a slide says when nobody wrote it by hand. */
export interface TemplateParts {
  /** A sentence with a verb and a number. */
  headline: ComponentChildren
  body: ComponentChildren
  notes: ComponentChildren
}

/** One countdown story, as `slides/deck.ts` declares it. */
export interface Deck {
  title: string
  /** One sentence for search engines and link previews. */
  description: string
  /** BCP 47, for example `en`. */
  lang: string
  /** Vintage of the story, ISO 8601 date; the only date that outputs carry. */
  date: string
  author?: string
  format: Format
  records: readonly RankedRecord[]
  /** Data files for download: file name under `data/` and content. */
  downloads: Readonly<Record<string, string>>
  /** The line under every chart: publisher, series, basis, year. */
  source: string
  acts: readonly Act[]
  scenes: Readonly<Record<string, Scene>>
  /** Components that MDX may use without importing them. */
  components: Readonly<Record<string, ComponentType<never>>>
  layouts: Readonly<Record<string, ComponentType<LayoutProps>>>
  /** The words for a record that has no MDX file. */
  template: (record: never) => TemplateParts
  /** The facts of a record, for the reading page and the handout. */
  describe: Describe
  /** Other names that people look for, by the id of the slide: `{ netherlands: ['Holland'] }`. */
  otherNames?: Readonly<Record<string, readonly string[]>>
  /** The columns of the full table; without them it has rank and name alone. */
  columns?: Columns<never>
  /** The chart to explore, beside the full table of one slide. */
  explorer?: Explorer
  /** Colours of the story's own; what it leaves out stays as it is. */
  palette?: Palette
  /** The pages of the handout; without them it is laid out act by act. */
  handout?: Handout<never>
}

/** Declares a deck; exists for the types. */
export function defineDeck(deck: Deck): Deck {
  return deck
}
