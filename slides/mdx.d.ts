import type { Explorer } from '../components/Explorer.tsx'

declare global {
  /** What `deck.ts` provides beside what every deck has (`src/kit/components/mdx.d.ts`). */
  interface MDXProvidedComponents {
    Explorer: typeof Explorer
  }
}
