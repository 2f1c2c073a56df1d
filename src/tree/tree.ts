import type { ElementContent, Root } from 'hast'

/** A piece of HTML as a tree: a slide, or a part of one. */
export interface Tree extends Root {
  children: ElementContent[]
}
