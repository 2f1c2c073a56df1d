import type { Part } from '../../handout.ts'
import { suggest } from '../../nearest.ts'
import type { Problem } from '../../problem.ts'
import type { Edition } from './edition.ts'

/** Mistakes in what a deck says of its handout: unknown names, figures without a stage, records in no row or in two. */
export function checkSheets(edition: Edition): Problem[] {
  const { handout, sheets, story, columns } = edition
  const faults = sheets.flatMap(({ parts }) => parts.flatMap((part) => faultsOf(part, edition)))
  const keys = columns.map(({ key }) => key)
  for (const key of handout ? [handout.bars.column, ...handout.columns] : []) {
    if (!keys.includes(key)) faults.push(`unknown column \`${key}\`; ${suggest(key, keys)}`)
  }
  const told = sheets.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'rows' ? part.records : [])))
  for (const { id } of story.deck.records) {
    const times = told.filter((other) => other === id).length
    if (times !== 1) faults.push(`found ${times} rows for the record \`${id}\`, expected one`)
  }
  return faults.map((message) => ({ message: `handout: ${message}` }))
}

function faultsOf(part: Part, edition: Edition): string[] {
  if (part.kind === 'rows') return unknown('record', part.records, edition.records)
  if (part.kind === 'opener') return unknown('record', part.records ?? [], edition.records)
  if (part.kind === 'beats') return unknown('slide', part.slides, edition.slides)
  if (part.kind !== 'figure') return []
  const missing = unknown('slide', [part.slide], edition.slides)
  const hasStage = edition.slides.get(part.slide)?.stage !== undefined
  return missing.length > 0 || hasStage ? missing : [`the slide \`${part.slide}\` has no stage to show as a figure`]
}

function unknown(what: string, ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return ids.filter((id) => !known.has(id)).map((id) => `unknown ${what} \`${id}\`; ${suggest(id, [...known.keys()])}`)
}
