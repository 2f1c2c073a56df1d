/// <reference path="../ambient.d.ts" />
import type { ComponentChildren } from 'preact'
import type { components } from './index.ts'

type OfAnyDeck = typeof components

declare global {
  /**
   * What slides may use without importing it, as editors and tests check it. A deck that provides components of its own names them
   * in its `slides/mdx.d.ts`.
   */
  interface MDXProvidedComponents extends OfAnyDeck {
    /** What the presenter says; the audience does not see it. */
    Notes: (props: { children: ComponentChildren }) => null
  }
}
