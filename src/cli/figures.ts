import { composeStory } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import type { Fact } from '../story/description.ts'
import type { QuotedFigure } from '../story/quoted-figure.ts'
import type { Report } from '../util/report.ts'
import { createDefinitions, type Definition } from './definitions.ts'

/** What a story says in numbers, for programs that check it. */
export interface Figures {
  title: string
  /** Where the data come from. */
  source: string
  /** The numbers in the words of slides: each with its expression, its place, and where that finds its values. */
  figures: readonly (QuotedFigure & { slide: string; definitions: readonly Definition[] })[]
  /** The facts of each record, as printed. */
  records: readonly { id: string; figure: string; facts: readonly Fact[] }[]
}

/** Lists every number that the slides of a folder say. Throws InputError for a deck with mistakes. */
export async function figures(folder: string, report: Report): Promise<Figures> {
  const root = findDeck(folder)
  const { deck, slides } = await composeStory(root, report)
  const definitionsOf = createDefinitions(root)
  return {
    title: deck.title,
    source: deck.source,
    figures: slides.flatMap(({ id, figures: said = [] }) =>
      said.map((figure) => ({ slide: id, ...figure, definitions: definitionsOf(figure.formula, figure.file) })),
    ),
    records: deck.records.map(({ id }) => {
      const { figure, facts } = deck.describe(id)
      return { id, figure: `${figure.value} ${figure.caption}`, facts }
    }),
  }
}

/** The same for people: a line a number. */
export function figureLines({ figures: said }: Figures): string[] {
  const width = Math.max(0, ...said.map(({ value }) => value.length))
  return said.map(({ value, formula, file, line, column }) => `${value.padEnd(width)}  ${file}:${line}:${column}  ${formula}`)
}
