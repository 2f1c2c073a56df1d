import type { ComponentChildren, ComponentType } from 'preact'
import type { Columns, Describe, Format } from './description.ts'
import type { FontDeclaration } from './font.ts'
import type { Handout } from './handout.ts'
import type { Frame } from './mark.ts'
import type { Palette } from './palette.ts'
import type { ChartSpec } from './slide-chart.ts'
import type { Theme, ThemeName } from './themes.ts'

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

/** What may be said of the move into a step. */
export interface StepMove {
  /** Duration in ms; chosen by how much changes unless given. */
  duration?: number
  /** At most so many stages: 1 for all at once. */
  stages?: number
  /** The field or fields that tell what is the same here and in the chart before; found unless given. */
  key?: string | readonly string[]
  /** Shows this step at once. */
  cut?: boolean
}

/** One step of a scene: the values of its parameters, and what the chart then shows. */
export interface SceneStep extends StepMove {
  id: string
  /** Values for the spec's `params`, by name. */
  params: Readonly<Record<string, unknown>>
  /** Accessible name: chart type, data, and the finding of this step. */
  name: string
  /** The value at which a chart with a `time` encoding stops, having come through those before it; the last unless given. */
  at?: Time
}

/** A value of time: as it stands in the data, or a date. */
export type Time = string | number | Date

/** A chart that moves: one Vega-Lite spec with parameters, and the steps that set them. */
export interface Scene {
  /** Draws the chart for a frame. Called once a frame. */
  spec(frame: Frame): ChartSpec
  steps: readonly SceneStep[]
  /** Rows for the named data sets of the spec. */
  data?: Readonly<Record<string, readonly object[]>>
  /** Leaves the left of a slide to text, unless it is false; a spec that is drawn for the whole frame does as it likes. */
  isBeside?: boolean
}

/** A part of the story; its slides are told in the order given. */
export interface Act {
  id: string
  title: string
  /** A title of a word or two, for a phone’s bar; the whole one unless given. */
  short?: string
  /** The scene its slides show unless their frontmatter names another. */
  scene?: string
  /** How long it is told; the speaker view keeps the time by it. */
  minutes?: number
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
  /** The first picture of the body, and the body without it. */
  picture: ComponentChildren
  text: ComponentChildren
}

/** The facts about a slide that are known before it is rendered. */
export interface SlideMeta {
  id: string
  act: Act
  /** 0-based position in the deck. */
  index: number
  layout: string
  /** Names that its elements have as classes, for the deck's own style sheet. */
  class?: string
  /** A colour, or the address of a picture, that it stands on. */
  background?: string
  /** How its text comes in the deck: `fade`, `rise`, `slide`, `zoom` or `none`. */
  transition?: string
  record?: RankedRecord
  /** Its own line under the chart, where it says other things than the deck's source bears. */
  source?: string
  /** Ids that it had before, by which old links still find it. */
  aliases?: readonly string[]
  /** The step of the stage this slide shows. */
  stage?: { scene: string; step: string }
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
  /** Seconds after which the deck steps by itself, again and again, where nobody presents it. */
  autoplay?: number
  /** A line on all slides but the first, for example who may read them. */
  footer?: string
  /** A picture beside it, by its path from the folder `slides`, and what it shows. */
  logo?: { src: string; alt: string }
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
  /** How many seconds a slide stands in the film, by its id: `{ germany: 12 }`; as long as its words take unless given. */
  filmSeconds?: Readonly<Record<string, number>>
  /** The columns of the full table; without them it has rank and name alone. */
  columns?: Columns<never>
  /** The look of the story by name, as `init --theme` takes it, or as a module exports it. */
  theme?: ThemeName | Theme
  /** Colours of the story's own; what it leaves out stays as it is. */
  palette?: Palette
  /**
   * Font files of the deck's folder, and packages of fontsource that are installed in it, such as `@fontsource/inter`: for letters
   * that the story's families lack, and for style sheets and charts that name them.
   */
  fonts?: readonly (FontDeclaration | string)[]
  /** Origins of other sites that `<Outside>` shows in frames: `['https://maps.example.org']`. */
  frames?: readonly string[]
  /** The pages of the handout; without them it is laid out act by act. */
  handout?: Handout<never>
}

/** Declares a deck; exists for the types. */
export function defineDeck(deck: Deck): Deck {
  return deck
}
