import type { ComponentChildren } from 'preact'
import type { Explorer } from '../components/Explorer.tsx'
import type { components } from '../components/index.ts'

declare global {
  /** What slides may use without importing it, as editors and tests check it; `deck.ts` provides the same. */
  type MDXProvidedComponents = typeof components & {
    Explorer: typeof Explorer
    /** What the presenter says; the audience does not see it. */
    Notes: (props: { children: ComponentChildren }) => null
  }
}
