import type { RankedRecord } from '../../story/deck.ts'
import {
  aboutBeginning,
  aboutCourse,
  aboutEnds,
  aboutFacts,
  aboutGroup,
  aboutMarks,
  aboutNeighbour,
  aboutPlace,
  aboutWhole,
} from './about.ts'
import { chooseClaims } from './choose.ts'
import type { Claim, Fact, Narration, Table, Told } from './claim.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'

/** What is said of a record that nobody has written a slide for. */
export interface Sentences {
  headline: string
  /** Whole sentences below the headline; none where there is nothing to say. */
  body: readonly string[]
  notes: string
}

/**
 * Finds for each record what is true of it and worth saying, from what the whole table offers: thresholds, gaps, shares,
 * groups, facts. Returns what is said of each by its id.
 *
 * @param records in the order of telling
 */
export function narrateRecords<Row extends RankedRecord>(
  records: readonly Row[],
  telling: Narration<Row>,
): ReadonlyMap<string, Sentences> {
  const table = tableOf(records, telling)
  const chosen = chooseClaims(table.told.map((one) => claimsAbout(table, one)))
  return new Map(
    chosen.map(({ headline, below }, index) => {
      const { rank, name, amount } = table.told[index] as Told
      const notes = table.words.notes({ rank: String(rank), name, amount })
      return [records[index]?.id ?? '', { headline: headline.text, body: below.map(({ text }) => `${text}.`), notes }]
    }),
  )
}

/** All that is true of a record and may be said of it, the first and the last to be told by sentences of their own. */
export function claimsAbout(table: Table, one: Told): Claim[] {
  const others = [aboutNeighbour, aboutCourse, aboutMarks, aboutBeginning, aboutWhole, aboutGroup, aboutFacts, aboutPlace]
  return [...aboutEnds(table, one), ...others.flatMap((about) => about(table, one))]
}

/** The records with everything that sentences need of them. */
export function tableOf<Row extends RankedRecord>(records: readonly Row[], telling: Narration<Row>): Table {
  const { lang, value, print, difference = print, group, quoted = false } = telling
  const readsOf = (fact: Fact<Row>) => records.map((row) => readOf(fact.value(row), fact.print))
  const facts = (telling.facts ?? []).filter((fact) => !goesAlong(readsOf(fact)))
  const isGerman = /^de\b/i.test(lang)
  const words = isGerman ? de : en
  const format = new Intl.NumberFormat(isGerman ? 'de' : 'en')
  const told = records.map((row, index): Told => {
    const own = value(row)
    return {
      index,
      rank: row.rank,
      name: quoted ? words.quoted(row.name) : row.name,
      value: own,
      read: print.rounded(own),
      amount: print(own),
      group: group?.(row) ?? null,
      facts: facts.map((fact) => fact.value(row)),
      text: textOf(row, telling, words),
    }
  })
  return {
    told,
    rises: told.every(({ value }, index) => value >= (told[index - 1]?.value ?? value)),
    positive: told.every(({ value }) => value > 0),
    factReads: facts.map(readsOf),
    total: told.reduce((sum, one) => sum + one.value, 0),
    words,
    count: (number) => format.format(number),
    telling: { ...telling, difference, facts },
  }
}

/** Whether numbers never fall or never rise from record to record, as the shares of a total do: where they stand is no news. */
function goesAlong(reads: readonly (number | null)[]): boolean {
  const held = reads.filter((each) => each !== null)
  const steps = held.slice(1).map((each, index) => each - (held[index] ?? each))
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0)
}

function readOf(value: number | null, print: Narration<never>['print']): number | null {
  return value === null ? null : print.rounded(value)
}

/** A text of more characters would make a headline too long. */
const LONGEST_TEXT = 30

function textOf<Row extends RankedRecord>(row: Row, { texts = [] }: Narration<Row>, words: Table['words']): Told['text'] {
  const said = texts.map(({ label, value }) => ({ label: words.label(label), fact: value(row) ?? '' }))
  return said.find(({ fact }) => fact !== '' && fact.length <= LONGEST_TEXT)
}
