import type { Draft, DraftAct } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { template } from './literal.ts'

/** slides/opening.mdx. */
export function openingMdx({ language }: Draft): string {
  const { headline, facts, guess, notes } = sentences[language].opening
  return `import { amountOf, first, last } from '../data/figures.ts'
import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'

# ${headline}

${facts}

${guess}

<Notes>
${notes}
</Notes>
`
}

/** slides/door-<act>.mdx: the pause before an act, while the scale changes. */
export function doorMdx({ key, from, to }: DraftAct, { language }: Draft): string {
  const { next, last, one, onlyOne, soFar, scale, notes } = sentences[language].door
  const amount = (rank: string) => `{amountOf(ranked(acts.${key}.${rank}))}`
  const before = soFar(`{ranked(acts.${key}.from + 1).name}`, amount('from + 1'))
  const several = to === 1 ? last : next
  const isOne = from === to
  const headline = isOne
    ? `${to === 1 ? onlyOne : one} ${amount('to')}`
    : several(`{count(acts.${key}.told.length)}`, `{spanOf(ranked(acts.${key}.from), ranked(acts.${key}.to))}`)
  return `import { amountOf, ranked${isOne ? '' : ', spanOf'} } from '../data/figures.ts'
${isOne ? '' : "import { count } from '../data/format.ts'\n"}import { acts } from './acts.ts'

# ${headline}

${before}${isOne ? '' : ` ${scale}`}

<Notes>
${notes}
</Notes>
`
}

/** slides/ranking.mdx: all of them, named. */
export function rankingMdx({ first, rows, language }: Draft): string {
  const { first: leads, half, told, body, notes } = sentences[language].ranking
  const isLong = rows.length > 2
  const says = isLong ? half[sideOf(first)] : told
  return `import { amountOf, first, last${isLong ? ', middle' : ''} } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { records } from '../data/records.ts'

# ${leads}${says}

${body}

<Notes>
${notes}
</Notes>
`
}

/** On which side of the middle the first half to be told lies. */
export function sideOf(first: Draft['first']): 'below' | 'above' {
  return first === 'largest' ? 'below' : 'above'
}

/** slides/table.mdx: every column, to be sorted. */
export function tableMdx({ language }: Draft): string {
  const { headline, caption, beginning, notes } = sentences[language].table
  return `---
layout: full
---

import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'
import { RecordTable } from './columns.ts'

# ${headline}

<RecordTable caption={${template(caption)}} beginning="${beginning}" />

<Notes>
${notes}
</Notes>
`
}

/** slides/sources.mdx: where the figures come from. */
export function sourcesMdx({ table, first, leftOut, language }: Draft): string {
  const words = sentences[language].sources
  const lacking = leftOut.length > 0
  return `import { ${lacking ? 'leftOut, source' : 'source'} } from '../data/figures.ts'
import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'

# ${words.headline}

## ${words.source}

${words.from}

## ${words.care}

- ${words.order[first]}
- ${words.ties}
${lacking ? `- ${words.leftOut}\n` : ''}
## ${words.take}

[CSV](data/${table}.csv) · [JSON](data/${table}.json)

<Notes>
${words.notes}
</Notes>
`
}
