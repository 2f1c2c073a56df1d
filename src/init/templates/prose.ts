import type { DraftAct } from '../acts.ts'
import { areWords } from '../choose-chart.ts'
import type { Draft } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { literal, template } from './literal.ts'

/** slides/about.ts: what the story is called, and what it is about. */
export function aboutTs({ title, rows, rest, language }: Draft): string {
  const { subtitle, subtitleOfMore } = sentences[language].opening
  const said = rest ? subtitleOfMore(`{count(${rows.length + rest.count})}`) : subtitle
  return `import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'

/** What the story is called, and what it is about; the first slide says both. */
export const about = {
  title: ${literal(title)},
  subtitle: ${template(said)},
}
`
}

/** slides/opening.mdx: what this is, before anything is told. */
export function openingMdx({ language }: Draft): string {
  const { measured, guess, notes } = sentences[language].opening
  return `import { amountOf, first, last, source } from '../data/figures.ts'
import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'
import { about } from './about.ts'

# {about.title}

{about.subtitle}.

${measured}

${guess}

<Notes>
${notes}
</Notes>
`
}

/** slides/door-<act>.mdx: the pause before an act, while the scale changes. */
export function doorMdx({ key }: DraftAct, { language, chart }: Draft): string {
  const { scale, notes } = sentences[language].door
  return `import { acts } from './acts.ts'
import { doorOf } from './template.tsx'

# {doorOf(acts.${key}).headline}

{doorOf(acts.${key}).body}${chart.kind === 'bars' ? ` ${scale}` : ''}

<Notes>
${notes}
</Notes>
`
}

/** Words that are names stand in quotes. */
const inQuotes = { en: '“$&”', de: '„$&“' } as const

/** slides/ranking.mdx: all of them, named. */
export function rankingMdx(draft: Draft): string {
  const { language, name } = draft
  const { first: leads, half, told, body, notes } = sentences[language].ranking
  const side = halfOf(draft)
  const says = side ? half[side] : told
  const quote = (sentence: string) =>
    areWords(name) ? sentence.replace(/\{(?:first|last)\.name\}/g, inQuotes[language]) : sentence
  return `import { amountOf, first, last${side ? ', middle' : ''} } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { records } from '../data/records.ts'

# ${quote(leads)}${says}

${quote(body)}

<Notes>
${notes}
</Notes>
`
}

/** On which side of its last value the first half to be told lies; undefined where there is none, as in a tie across the middle. */
export function halfOf({ follows, rows, value }: Draft): 'below' | 'above' | undefined {
  const values = rows.map((row) => value.source.numbers?.[row] ?? 0).sort((a, b) => (follows === 'largest' ? a - b : b - a))
  const last = Math.ceil(values.length / 2) - 1
  if (follows === undefined || values.length < 3 || values[last] === values[last + 1]) return undefined
  return follows === 'largest' ? 'below' : 'above'
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
export function sourcesMdx({ table, first, leftOut, rest, value, language }: Draft): string {
  const words = sentences[language].sources
  const lacking = leftOut.length > 0
  const figures = [...(lacking ? ['leftOut'] : []), ...(rest ? ['rest'] : []), 'source']
  return `import { ${figures.join(', ')} } from '../data/figures.ts'
import { count, ${rest ? 'print, ' : ''}title } from '../data/format.ts'
import { records } from '../data/records.ts'

# ${words.headline}

## ${words.source}

${words.from}

## ${words.care}

- ${words.order[first]}
- ${words.ties}
${lacking ? `- ${words.leftOut}\n` : ''}${rest ? `- ${words.rest.replace('VALUE', value.property)}\n` : ''}
## ${words.take}

[CSV](data/${table}.csv) · [JSON](data/${table}.json)

<Notes>
${words.notes}
</Notes>
`
}
