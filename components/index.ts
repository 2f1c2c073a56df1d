import type { Deck } from '../src/deck.ts'
import { Explorer } from './Explorer.tsx'
import { FullLayout, StatementLayout, TextLayout } from './layouts.tsx'
import { Quoted } from './Quoted.tsx'
import { RecordLayout } from './RecordLayout.tsx'
import { Subheading } from './Subheading.tsx'

/** What MDX may use without importing it; `h2` is what `## …` becomes. */
export const components: Deck['components'] = { Quoted, Explorer, h2: Subheading }

/** How a slide may be laid out; its frontmatter names one. A record's slide is laid out as `record`, any other as `statement`. */
export const layouts: Deck['layouts'] = { record: RecordLayout, statement: StatementLayout, text: TextLayout, full: FullLayout }
