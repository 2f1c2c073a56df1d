import type { Draft, DraftAct } from '../draft.ts'

/** slides/opening.mdx. */
export function openingMdx(): string {
  return `import { amountOf, first, last } from '../data/figures.ts'
import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'

# Which of these {count(records.length)} comes first?

{title}: from {amountOf(last)} to {amountOf(first)}. Each column is one of them.

Take a guess. The count begins with number {count(last.rank)}.

<Notes>
Let the room guess. Every column stands for one of the {count(records.length)}; none has a name yet.
</Notes>
`
}

/** slides/door-<act>.mdx: the pause before an act, while the scale changes. */
export function doorMdx({ key, from, to }: DraftAct): string {
  if (from === to)
    return `import { amountOf, ranked } from '../data/figures.ts'
import { acts } from './acts.ts'

# Only one ${to === 1 ? 'remains' : 'comes next'}, at {amountOf(ranked(acts.${key}.to))}

The last one told was {ranked(acts.${key}.from + 1).name}, at {amountOf(ranked(acts.${key}.from + 1))}.

<Notes>
A pause. Say what has been told so far, then go on.
</Notes>
`
  return `import { amountOf, ranked } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { acts } from './acts.ts'

# The ${to === 1 ? 'last' : 'next'} {count(acts.${key}.told.length)} reach from {amountOf(ranked(acts.${key}.from))} to {amountOf(ranked(acts.${key}.to))}

The last one told was {ranked(acts.${key}.from + 1).name}, at {amountOf(ranked(acts.${key}.from + 1))}. From here on the scale is another.

<Notes>
A pause, while the scale changes. {count(acts.${key}.told.length)} follow.
</Notes>
`
}

/** slides/ranking.mdx: all of them, named. */
export function rankingMdx({ first, rows }: Draft): string {
  const half = `; half of the {count(records.length)} lie ${first === 'largest' ? 'below' : 'above'} {amountOf(middle)}`
  const [figures, says] =
    rows.length > 2 ? ['amountOf, first, last, middle', half] : ['amountOf, first, last', ', and the list is told']
  return `import { ${figures} } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { records } from '../data/records.ts'

# {first.name} comes first, at {amountOf(first)}${says}

All {count(records.length)} on one scale, from {last.name} on the left to {first.name} on the right.

<Notes>
The whole list in one picture. Ask whose guess was right.
</Notes>
`
}

/** slides/sources.mdx: where the figures come from. */
export function sourcesMdx({ table, first, leftOut }: Draft): string {
  const lacking = leftOut.length > 0
  return `import { ${lacking ? 'leftOut, source' : 'source'} } from '../data/figures.ts'
import { count, title } from '../data/format.ts'
import { records } from '../data/records.ts'

# One table stands behind this list of {count(records.length)}

## Source

All figures are from {source}.

## Read with care

- {title}: the ${first === 'largest' ? 'largest' : 'smallest'} comes first.
- Equal values keep the order of the table.
${lacking ? '- Rows without a name or a value, left out: {count(leftOut)}.\n' : ''}
## Take the data

[CSV](data/${table}.csv) · [JSON](data/${table}.json)

<Notes>
Where the figures come from, and where to get them. Thank you; questions, please.
</Notes>
`
}
