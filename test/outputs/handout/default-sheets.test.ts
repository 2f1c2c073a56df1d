import { expect, test } from 'vitest'
import { defaultSheets } from '../../../src/outputs/handout/default-sheets.ts'
import type { Telling } from '../../../src/outputs/handout/edition.ts'

/** A story of one act: so many records, a slide without one, and as many records again. */
function story(count: number, without: readonly string[] = []): Telling {
  const act = { id: 'all', title: 'All', slides: [] }
  const told = (from: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, act, record: { id: `r${from + index}` } }))
  const slides = [...told(0), { id: 'door', act }, ...told(count)]
  return { deck: { title: 'Letters', acts: [act], handout: { without } }, slides } as unknown as Telling
}

/** How many records each table of the act has, and what else there is. */
const partsOf = (count: number, without: readonly string[] = []) =>
  defaultSheets(story(count, without))[0]?.parts.map((part) => (part.kind === 'rows' ? part.records.length : part.kind))

test('records that follow one another are rows of one table', () => {
  expect(partsOf(3)).toEqual(['opener', 3, 'beats', 3])
})

test('what is not for paper is left out, records never, and an act of nothing else has no heading', () => {
  expect(partsOf(2, ['door', 'r0'])).toEqual(['opener', 4])
  expect(defaultSheets(story(0, ['door']))).toHaveLength(1)
})

test('a long table is broken into several', () => {
  expect(partsOf(90)).toEqual(['opener', 42, 42, 6, 'beats', 42, 42, 6])
})

test('the full table comes last', () => {
  expect(defaultSheets(story(1)).at(-1)).toEqual({ header: 'Letters', parts: [{ kind: 'table', caption: 'Letters' }] })
})
