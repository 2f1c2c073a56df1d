import type { CountryTable } from '../components/CountryTable.tsx'

declare global {
  /** What `deck.ts` provides beside what every deck has (`src/kit/components/mdx.d.ts`). */
  interface MDXProvidedComponents {
    CountryTable: typeof CountryTable
  }
}
