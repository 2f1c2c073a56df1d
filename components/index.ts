import type { Deck } from '../src/deck.ts'
import { describeCountry } from './describe-country.ts'
import { Explorer } from './Explorer.tsx'
import { FullLayout, StatementLayout, TextLayout } from './layouts.tsx'
import { Quoted } from './Quoted.tsx'
import { createRecordLayout } from './record.tsx'

/** What MDX may use without importing it. */
export const components: Deck['components'] = { Quoted, Explorer }

/** How a slide may be laid out; its frontmatter names one. A record's slide is laid out as `record`, any other as `statement`. */
export const layouts: Deck['layouts'] = {
  record: createRecordLayout(describeCountry),
  statement: StatementLayout,
  text: TextLayout,
  full: FullLayout,
}
