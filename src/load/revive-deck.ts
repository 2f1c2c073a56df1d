import type { Handout } from '../story/handout.ts'
import type { SharePart } from '../story/share.ts'
import type { StoryDeck } from '../story/story.ts'
import type { PlainDeck } from './plain-deck.ts'

/** By what the words for a part of the whole are looked up. */
export function keyOf({ count, before, here, total }: SharePart): string {
  return [count, before, here, total].join(' ')
}

/** A deck whose functions look up what its own have answered already; each throws for a record that it has not. */
export function reviveDeck({ descriptions, columns, handout, ...plain }: PlainDeck): StoryDeck {
  const positions = new Map(plain.records.map(({ id }, index) => [id, index]))
  const look = <T>(answers: readonly T[], id: string): T => {
    const position = positions.get(id)
    if (position === undefined) throw new Error(`no record has the id \`${id}\``)
    return answers[position] as T
  }
  // Columns and bars are given records, of which the deck's own types say more than is known here.
  const ofRecord =
    <T>(answers: readonly T[]) =>
    ({ id }: { id: string }) =>
      look(answers, id)
  return {
    ...plain,
    describe: (id) => look(descriptions, id),
    ...(columns && {
      columns: { ...columns, all: columns.all.map(({ texts, ...column }) => ({ ...column, text: ofRecord(texts) })) },
    }),
    ...(handout && { handout: { ...handout, bars: reviveBars(handout.bars, ofRecord) } }),
  }
}

function reviveBars(
  { values, shares, ...bars }: NonNullable<PlainDeck['handout']>['bars'],
  ofRecord: (values: readonly number[]) => (record: { id: string }) => number,
): Handout<never>['bars'] {
  return { ...bars, value: ofRecord(values), ...(shares && { share: (part) => shares.get(keyOf(part)) ?? '' }) }
}
