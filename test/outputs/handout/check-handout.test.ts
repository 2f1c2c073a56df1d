import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { placeFaults } from '../../../src/outputs/handout/check-handout.ts'
import { createEdition } from '../../../src/outputs/handout/edition.ts'
import type { Handout, Part, Sheet } from '../../../src/story/handout.ts'
import type { Slide, Story } from '../../../src/story/story.ts'
import { formatDiagnostic } from '../../../src/util/diagnostic.ts'
import { runFolder } from '../../run-folder.ts'

const slides = deck.acts.flatMap((act) =>
  act.slides.map((id) => ({ id, act, ...(id !== 'sources' && { stage: {} }) })),
) as unknown as Slide[]

/** What is said of the deck's handout with these parts in front, or with another declaration. */
function faults(parts: Part[], change: Partial<Handout<never>> = {}): string[] {
  const sheets: Sheet[] = [{ header: '', parts }, ...(deck.handout?.sheets ?? [])]
  const story = { deck: { ...deck, handout: { ...deck.handout, sheets, ...change } }, slides } as unknown as Story
  return createEdition(story).diagnostics.map(({ message }) => message)
}

test('the deck that ships has no mistake', () => {
  expect(faults([])).toEqual([])
})

test('unknown records, slides and columns are told with the nearest name', () => {
  expect(faults([{ kind: 'opener', title: '', records: ['libyaa'] }])).toEqual([
    expect.stringMatching(/unknown record `libyaa`; .*libya/),
  ])
  expect(faults([{ kind: 'beats', slides: ['sorces'] }])).toEqual([expect.stringMatching(/unknown slide `sorces`; .*sources/)])
  expect(faults([], { without: ['sorces'] })).toEqual([expect.stringMatching(/unknown slide `sorces`; .*sources/)])
  expect(faults([], { columns: ['exprots'] })).toEqual([expect.stringMatching(/unknown column `exprots`; .*exports/)])
})

test('a figure needs a stage', () => {
  expect(faults([{ kind: 'figure', slide: 'sources', height: 300 }])).toEqual([
    'handout: the slide `sources` has no stage to show as a figure',
  ])
})

test('a slide that could not be rendered is not told again', () => {
  const rendered = slides.filter(({ id }) => id !== 'map' && id !== 'libya')
  const { bars, columns } = deck.handout as NonNullable<typeof deck.handout>
  for (const handout of [deck.handout, { bars, columns }]) {
    const story = { deck: { ...deck, handout }, slides: rendered } as unknown as Story
    expect(createEdition(story).diagnostics).toEqual([])
  }
})

test('every record has one row', () => {
  expect(faults([{ kind: 'rows', records: ['libya'] }])).toEqual(['handout: found 2 rows for the record `libya`, expected one'])
  expect(faults([], { sheets: [] })).toHaveLength(43)
})

const folder = runFolder('handout')
mkdirSync(join(folder, 'slides'))
writeFileSync(join(folder, 'slides/deck.ts'), 'import { handout } from "./handout.ts"\n')
writeFileSync(
  join(folder, 'slides/handout.ts'),
  "export const handout = {\n  without: ['sorces', 'twice'],\n  and: 'twice',\n}\n",
)

const FAULTS = [
  { message: 'handout: unknown slide `sorces`', name: 'sorces' },
  { message: 'handout: unknown slide `twice`', name: 'twice' },
  { message: 'handout: unknown slide `made`', name: 'made' },
  { message: 'handout: found 2 rows' },
]

test('a mistake in a handout is placed where its name is written, else in the file of the handout', async () => {
  const placed = await placeFaults(FAULTS, folder, ['slides/deck.ts', 'slides/handout.ts', 'data/handout.ts'])
  expect(placed.map(formatDiagnostic)).toEqual([
    'slides/handout.ts:2:13 handout: unknown slide `sorces`',
    'slides/handout.ts handout: unknown slide `twice`',
    'slides/handout.ts handout: unknown slide `made`',
    'slides/handout.ts handout: found 2 rows',
  ])
})

test('a deck without such a file has it in deck.ts', async () => {
  const placed = await placeFaults(FAULTS.slice(3), folder, ['slides/deck.ts', 'slides/gone.ts'])
  expect(placed.map(formatDiagnostic)).toEqual(['slides/deck.ts handout: found 2 rows'])
})
