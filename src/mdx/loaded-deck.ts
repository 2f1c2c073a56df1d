import type { FunctionComponent, VNode } from 'preact'
import type { Deck } from '../story/deck.ts'
import type * as guard from './guard.ts'
import type { SlideSource } from './source.ts'

/** The props of a compiled MDX file. */
export interface MdxProps {
  components: Record<string, unknown>
}

/** What a deck's bundle leaves behind when it has been evaluated. */
export interface Evaluated {
  deck: Deck
  /** Compiled slides by file, relative to the deck's folder; evaluated at the call. */
  slides: Record<string, () => { default: FunctionComponent<MdxProps> }>
  guard: typeof guard
  h: typeof import('preact')['h']
  renderToString: (node: VNode) => string
}

/** A deck's folder, bundled and evaluated; nothing of it is rendered yet. */
export interface LoadedDeck extends Evaluated {
  sources: ReadonlyMap<string, SlideSource>
  /** SHA-256 over every file that went into the deck, by path and content. */
  inputHash: string
  /**
   * SHA-256 over the files that any slide may depend on. Between two with the same one, only slides whose source is another
   * object differ. Undefined when nothing can be said.
   */
  shared?: string
}
