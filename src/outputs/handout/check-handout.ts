import { join } from 'node:path'
import type { Part } from '../../story/handout.ts'
import type { StoryCheck } from '../../story/story.ts'
import type { Diagnostic, Location } from '../../util/diagnostic.ts'
import { readText } from '../../util/files.ts'
import { suggest } from '../../util/nearest.ts'
import { createEdition, type Edition } from './edition.ts'

/** Mistakes in what a deck says of its handout, as far as they are known before anything is drawn. */
export const checkHandout: StoryCheck = (story, { folder, inputs }) =>
  placeFaults(createEdition(story).diagnostics, folder, inputs)

/** A mistake in what a deck says of its handout. */
export interface HandoutFault extends Diagnostic {
  /** The name that is wrong, as the author has written it. */
  name?: string
}

type Fault = Pick<HandoutFault, 'message' | 'name'>

/** Mistakes in what a deck says of its handout: unknown names, also of what is left out, figures without a stage, records in no row or in two. */
export function checkSheets(edition: Edition): HandoutFault[] {
  const { handout, sheets, story, columns } = edition
  const faults = sheets.flatMap(({ parts }) => parts.flatMap((part) => faultsOf(part, edition)))
  const keys = columns.map(({ key }) => key)
  for (const key of handout ? [handout.bars.column, ...handout.columns, ...(handout.strip ? [handout.strip.column] : [])] : []) {
    if (!keys.includes(key)) faults.push({ message: `unknown column \`${key}\`; ${suggest(key, keys)}`, name: key })
  }
  faults.push(...unknown('slide', handout?.without ?? [], slidesOf(edition)))
  const rows = Map.groupBy(told(edition), (id) => id)
  for (const { id } of story.deck.records) {
    const times = rows.get(id)?.length ?? 0
    if (times !== 1) faults.push({ message: `found ${times} rows for the record \`${id}\`, expected one` })
  }
  return faults.map(({ message, ...fault }) => ({ message: `handout: ${message}`, ...fault }))
}

/** The records that have rows. Pages that nobody has laid out tell the slides of the acts, also those that could not be rendered. */
function told({ sheets, designed, story: { deck } }: Edition): string[] {
  if (!designed) return deck.acts.flatMap(({ slides }) => slides)
  return sheets.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'rows' ? part.records : [])))
}

function faultsOf(part: Part, edition: Edition): Fault[] {
  if (part.kind === 'rows') return unknown('record', part.records, edition.records)
  if (part.kind === 'opener') return unknown('record', part.records ?? [], edition.records)
  if (part.kind === 'beats') return unknown('slide', part.slides, slidesOf(edition))
  if (part.kind !== 'figure') return []
  const missing = unknown('slide', [part.slide], slidesOf(edition))
  const slide = edition.slides.get(part.slide)
  const message = `the slide \`${part.slide}\` has no stage to show as a figure`
  return !slide || slide.stage ? missing : [{ message, name: part.slide }]
}

/** All slides of the deck, also those that could not be rendered: that is another mistake. */
function slidesOf({ story: { deck }, slides }: Edition): ReadonlyMap<string, unknown> {
  const named = deck.acts.flatMap((act) => act.slides.map((id): [string, unknown] => [id, act]))
  return new Map<string, unknown>([...named, ...slides])
}

function unknown(what: string, ids: readonly string[], known: ReadonlyMap<string, unknown>): Fault[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({ message: `unknown ${what} \`${id}\`; ${suggest(id, [...known.keys()])}`, name: id }))
}

/** The author's own modules that may say something of a handout. */
const MODULES = /^slides\/[^/]*handout[^/]*\.tsx?$|^slides\/deck\.ts$/
/** Where a deck usually keeps it. */
const USUAL = 'slides/handout.ts'

/** Mistakes with the location where they are made: the file at least, and line and column of a name that is written once. `inputs` are the deck's files. */
export async function placeFaults(
  faults: readonly HandoutFault[],
  folder: string,
  inputs: readonly string[],
): Promise<Diagnostic[]> {
  if (faults.length === 0) return []
  const files = inputs.filter((file) => MODULES.test(file))
  // What has been deleted meanwhile says nothing.
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readText(join(folder, file)).catch(() => '') })))
  const usual = files.includes(USUAL) ? USUAL : 'slides/deck.ts'
  return faults.map(({ name, ...diagnostic }) => ({
    location: (name !== undefined && onlyLocation(name, texts)) || { file: usual },
    ...diagnostic,
  }))
}

function onlyLocation(name: string, texts: readonly { file: string; text: string }[]): Location | undefined {
  const locations = texts.flatMap(({ file, text }) => locationsIn(text, name).map((location) => ({ file, ...location })))
  return locations.length === 1 ? locations[0] : undefined
}

/** Every location where a text is quoted in a module. */
function locationsIn(module: string, text: string): Omit<Required<Location>, 'file'>[] {
  return module
    .split('\n')
    .flatMap((line, index) =>
      [`'${text}'`, `"${text}"`, `\`${text}\``].flatMap((quoted) =>
        line.includes(quoted) ? [{ line: index + 1, column: line.indexOf(quoted) + 1 }] : [],
      ),
    )
}
