import type { Deck } from '../../story/deck.ts'
import { Chart } from './Chart.tsx'
import { Column, Columns } from './Columns.tsx'
import { Guess, Guessed } from './Guess.tsx'
import {
  ColumnsLayout,
  CompareLayout,
  FullLayout,
  NumberLayout,
  PictureLayout,
  PictureLeftLayout,
  PictureRightLayout,
  QuoteLayout,
  SectionLayout,
  StatementLayout,
  TextLayout,
} from './layouts.tsx'
import { Audio, Outside, Video } from './Media.tsx'
import { Quoted, Steps, Subheading } from './prose.tsx'
import { RecordLayout } from './RecordLayout.tsx'

export { Frame } from './Frame.tsx'
export { recordTable } from './RecordTable.tsx'

/** What the MDX of any deck may use without importing it; `h2` is what `## …` becomes. */
export const components = {
  Chart,
  Guess,
  Guessed,
  Quoted,
  Columns,
  Column,
  Steps,
  Video,
  Audio,
  Outside,
  h2: Subheading,
} satisfies Deck['components']

/** How a slide may be laid out; its frontmatter names one. A record's slide is laid out as `record`, any other as `statement`. */
export const layouts: Deck['layouts'] = {
  record: RecordLayout,
  statement: StatementLayout,
  text: TextLayout,
  full: FullLayout,
  columns: ColumnsLayout,
  compare: CompareLayout,
  quote: QuoteLayout,
  number: NumberLayout,
  section: SectionLayout,
  picture: PictureLayout,
  'picture-left': PictureLeftLayout,
  'picture-right': PictureRightLayout,
}
