import type { Deck } from '../../story/deck.ts'
import { Chart } from './Chart.tsx'
import { Guess, Guessed } from './Guess.tsx'
import { Audio, Outside, Video } from './Media.tsx'
import { Column, Columns, Paged, Quoted, Steps, Subheading } from './prose.tsx'
import { Facts } from './RecordLayout.tsx'

export { Frame } from './Frame.tsx'
export { layouts } from './layouts.tsx'
export { recordTable } from './RecordTable.tsx'

/** What the MDX of any deck may use without importing it; `h2` is what `## …` becomes. */
export const components = {
  Chart,
  Facts,
  Guess,
  Guessed,
  Quoted,
  Columns,
  Column,
  Steps,
  Paged,
  Video,
  Audio,
  Outside,
  h2: Subheading,
} satisfies Deck['components']
