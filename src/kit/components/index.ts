import { Column } from '../../../components/Column.tsx'
import { Columns } from '../../../components/Columns.tsx'
import {
  ColumnsLayout,
  CompareLayout,
  NumberLayout,
  PictureLayout,
  PictureLeftLayout,
  PictureRightLayout,
  QuoteLayout,
  SectionLayout,
} from '../../../components/more-layouts.tsx'
import { Steps } from '../../../components/Steps.tsx'
import type { Deck } from '../../story/deck.ts'
import { FullLayout, StatementLayout, TextLayout } from './layouts.tsx'
import { Quoted } from './Quoted.tsx'
import { RecordLayout } from './RecordLayout.tsx'
import { Subheading } from './Subheading.tsx'

export { Frame } from './Frame.tsx'
export { recordTable } from './RecordTable.tsx'

/** What the MDX of any deck may use without importing it; `h2` is what `## …` becomes. */
export const components = { Quoted, Columns, Column, Steps, h2: Subheading } satisfies Deck['components']

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
