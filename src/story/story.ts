import type { Tree } from '../tree/tree.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import type { Deck, SlideMeta } from './deck.ts'
import type { FontFace } from './font.ts'
import type { FrameName } from './frames.ts'
import type { Frame, Move, StageState } from './mark.ts'
import type { Medium, Picture } from './picture.ts'
import type { DataFiles, SlideChart } from './slide-chart.ts'

/** One slide, rendered: trees of HTML that is static and needs no script. Outputs write them as text, each once. */
export interface Slide extends SlideMeta {
  /** Where the author finds it, relative to the deck's folder; the template's slides have none. */
  file?: string
  /** The headline as plain text: alt text, bookmark, live region. */
  title: string
  headline: Tree
  body: Tree
  notes: Tree
  /** The inside of the slide at 1280 × 720: its layout around headline and body. */
  content: Tree
  /** The chart that the slide puts on the stage. */
  chart?: SlideChart
  /** The position of its last state among those of all steps, where slides before it, or itself, have several. */
  state?: number
  /** The charts in its text, in their order. */
  inlineCharts?: readonly SlideChart[]
  /** What they show, each in the frame that it was drawn for. */
  inlineStates?: readonly { state: StageState; frame: Frame }[]
  /** The numbers that it says, in their order, each once for each place where it stands. */
  figures?: readonly QuotedFigure[]
  /** Pictures that body, notes and content show by their paths. */
  pictures?: readonly Picture[]
  /** Video and sound that they play, by their paths. */
  media?: readonly Medium[]
}

/** The stage compiled for one frame: the state of each slide, by position in the deck. Slides without a stage have an empty state. */
export interface Track {
  frame: Frame
  states: readonly StageState[]
  /** The moves into the states of the same position, where they were planned; all others are made up when they are played. */
  moves?: readonly (Move | undefined)[]
  /** The states of all steps, in the order of the talk, where slides have steps of their own. */
  talk?: Track
}

/** A whole story, rendered: all that the outputs are made from. */
export interface Story {
  deck: Deck
  slides: readonly Slide[]
  /** The faces of everything that readers see. */
  fonts: readonly FontFace[]
  /** The deck's own style sheet, checked, for every page after the machine's. */
  rules?: string
  /** SHA-256 of everything the story was made from, in hex. */
  inputHash: string
  /** Files of data that are not the author's but of packages, such as outlines on a map; absolute paths. */
  borrowed: readonly string[]
  /** The stage at 1280 × 720, for the deck and its PDF. */
  wide: Track
  /** The files that charts name. */
  files?: DataFiles
  /** The stage at another size, compiled when it is first asked for. Rejects with InputError when a chart cannot be drawn at that size. */
  track(frame: FrameName): Promise<Track>
  /** The same diagnostics with lines and columns, where they know what was written and it stands so in a slide's file. */
  locate(diagnostics: readonly Diagnostic[]): Diagnostic[]
  /** What the deck's own code threw as an output was made, as an InputError that says where; anything else as it is. */
  explain(error: unknown): Promise<unknown>
}

/** What an output asks of a story before anything is made of it; `inputs` are the files of the deck, relative to its folder. */
export type StoryCheck = (
  story: Pick<Story, 'deck' | 'slides'>,
  files: { folder: string; inputs: readonly string[] },
) => Promise<Diagnostic[]>

/** A number that a slide says, from an expression. */
export interface QuotedFigure {
  /** As it is printed. */
  value: string
  /** The expression, as it stands in the file. */
  formula: string
  file: string
  line: number
  column: number
}

/** The file of a slide, as messages name it; a slide of the template has none of its own. */
export function fileOf({ id, file }: { id: string; file?: string | undefined }): string {
  return file ?? `the template's slide \`${id}\``
}
