import type { Tree } from '../tree/tree.ts'
import type { Problem } from '../util/diagnostic.ts'
import type { Deck, SlideMeta, StageStep } from './deck.ts'
import type { PreparedExplorer } from './explorer.ts'
import type { FrameName } from './frames.ts'
import type { Frame, StageState } from './mark.ts'
import type { Picture } from './picture.ts'

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
  /** Pictures that body, notes and content show by their paths. */
  pictures?: readonly Picture[]
}

/** The stage compiled for one frame: the state of each slide, by position in the deck. Slides without a stage have an empty state. */
export interface Track {
  frame: Frame
  states: readonly StageState[]
}

/** What the outputs need of a deck; the functions that slides and charts are made with stay where its code runs. */
export interface StoryDeck extends Omit<Deck, 'format' | 'scenes' | 'components' | 'layouts' | 'template' | 'explorer'> {
  explorer?: PreparedExplorer
}

/** A whole story, rendered: all that the outputs are made from. */
export interface Story {
  deck: StoryDeck
  slides: readonly Slide[]
  /** SHA-256 of everything the story was made from, in hex. */
  inputHash: string
  /** Files of data that are not the author's but of packages, such as outlines on a map; absolute paths. */
  borrowed: readonly string[]
  /** The stage at 1280 × 720, for the deck and its PDF. */
  wide: Track
  /** The stage at another size, compiled when it is first asked for. Rejects with InputError when a chart cannot be drawn at that size. */
  track(frame: FrameName): Promise<Track>
  /** The stage of a slide in a frame of its own. Rejects as `track` does. */
  figure(stage: StageStep, frame: Frame): Promise<StageState>
}

/** What an output asks of a story before anything is made of it; `inputs` are the files of the deck, relative to its folder. */
export type StoryCheck = (
  story: Pick<Story, 'deck' | 'slides'>,
  files: { folder: string; inputs: readonly string[] },
) => Promise<Problem[]>
