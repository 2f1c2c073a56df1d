import { expect, test } from 'vitest'
import deck from '../../../slides/deck.ts'
import { createEdition } from '../../../src/outputs/handout/edition.ts'
import type { Handout, Part, Sheet } from '../../../src/story/handout.ts'
import type { Slide, Story } from '../../../src/story/story.ts'

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

test('a page whose parts cannot fit is told before it is printed', () => {
  expect(
    faults([
      { kind: 'figure', slide: 'map', height: 1100 },
      { kind: 'beats', slides: ['map'] },
    ]),
  ).toEqual([])
  const high: Part[] = [
    { kind: 'figure', slide: 'map', height: 900 },
    { kind: 'figure', slide: 'scatter', height: 400 },
  ]
  expect(faults(high)).toEqual([
    'handout: page 2 () takes at least 297 mm of 259; move a part of it to another page, or make its figure lower',
  ])
})

test('every record has one row', () => {
  expect(faults([{ kind: 'rows', records: ['libya'] }])).toEqual(['handout: found 2 rows for the record `libya`, expected one'])
  expect(faults([], { sheets: [] })).toHaveLength(43)
})
