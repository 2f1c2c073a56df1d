import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figureLines, figures, figuresOf } from '../../src/cli/figures.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { ROOT, storyOf } from '../story-of.ts'

const shipped = storyOf().then((story) => figuresOf(story, ROOT))

test('every number that the shipped slides say has its value, formula, place and definition', async () => {
  const found = await shipped
  const total = found.figures.find(({ formula }) => formula === 'billions(figures.total)')
  expect(total).toMatchObject({ slide: 'basis', value: '$1,337.3\u00a0billion', file: 'slides/basis.mdx' })
  expect(total?.definitions).toEqual([
    {
      name: 'total',
      file: 'data/figures.ts',
      line: expect.any(Number),
      says: expect.stringContaining('Sum of the deficits'),
      code: expect.stringMatching(/^const total = sum\(.*\)$/),
    },
  ])
  for (const { value, formula, line, column } of found.figures) {
    expect(value).toMatch(/\d/)
    expect(formula).not.toBe('')
    expect(Math.min(line, column)).toBeGreaterThan(0)
  }
  expect(found.records).toHaveLength(43)
  expect(found.records[0]?.facts.length).toBeGreaterThan(3)
  expect(figureLines(found)).toContainEqual(
    expect.stringMatching(/^\$1,337\.3\u00a0billion +slides\/basis\.mdx:\d+:\d+ {2}billions\(figures\.total\)$/),
  )
})

test('a function, a named import and an unknown name are told apart', async () => {
  const found = await shipped
  const of = (formula: string) =>
    found.figures.find((figure) => figure.formula.includes(formula))?.definitions.map(({ name, file }) => `${file} ${name}`)
  expect(of("figures.cancelled('libya')")).toEqual(['data/figures.ts cancelled'])
  expect(of('by.germany.imports')).toEqual(['data/records.ts by'])
})

test('a deck with mistakes has no figures but its mistakes', async () => {
  await expect(figures(join(ROOT, 'test/decks/broken-nothing'), silent)).rejects.toThrow(InputError)
})
