import type { Draft, DraftColumn } from '../draft.ts'
import { type Sentences, sentences } from '../sentences/sentences.ts'
import { template } from './literal.ts'

/** slides/template.tsx: the words for a record that has no slide of its own. */
export function templateTsx(draft: Draft): string {
  const { value, group, language } = draft
  const { record } = sentences[language]
  const isPassing = passesRound(draft)
  const figures = ['amountOf', 'differenceOf', ...(group ? ['placeInGroup'] : []), 'ranked']
  return `import ${isPassing ? '{ roundBetween, type TemplateParts }' : 'type { TemplateParts }'} from 'countdown-story'
import { ${figures.join(', ')} } from '../data/figures.ts'
import { ${isPassing ? 'count, print' : 'count'} } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'

/** The words for a record that nobody has written a slide for; slides/<rank>-<id>.mdx has words of its own. */
export function template(entry: Entry): TemplateParts {
  return {
    headline: headlineOf(entry),
    body: ${bodyOf(group, record)},
    notes: (
      <p>
        ${record.notes}
      </p>
    ),
  }
}

function headlineOf(entry: Entry): string {
  const { name, rank } = entry
  const amount = amountOf(entry)
  if (rank === 1) return ${template(record.first)}
  if (rank === records.length) return ${template(record.opens)}
  const before = ranked(rank + 1)
${isPassing ? passing(value, record) : ''}  return before.${value.property} === entry.${value.property} ? ${template(record.level)} : ${template(record.stands)}
}

function comparison(entry: Entry, before: Entry): string {
  const [own, other] = [entry.${value.property}, before.${value.property}]
  if (own === other) return ${template(record.same)}
  return own > other
    ? ${template(record.difference.more)}
    : ${template(record.difference.less)}
}
`
}

/** Values that grow from zero pass round numbers on their way to #1; years do not count as such. */
function passesRound({ first, positive, value }: Draft): boolean {
  return first === 'largest' && positive && !value.source.isYear
}

function passing({ property }: DraftColumn, { reaches, past }: Sentences['record']): string {
  return `  const round = roundBetween(before.${property}, entry.${property})
  if (round === entry.${property}) return ${template(reaches)}
  if (round !== undefined) return ${template(past(`print.${property}.mark(round)`))}
`
}

/** What stands below the headline: the record told before, and the place within the group where that has others. */
function bodyOf(group: DraftColumn | undefined, { inGroup }: Sentences['record']): string {
  const before = 'entry.rank < records.length && <p>{comparison(entry, ranked(entry.rank + 1))}</p>'
  if (!group) return before
  const named = group.complete ? '' : `entry.${group.property} !== null && `
  return `(
      <>
        {${before}}
        {${named}placeInGroup(entry).count > 1 && (
          <p>
            ${inGroup(`entry.${group.property}`)}
          </p>
        )}
      </>
    )`
}
