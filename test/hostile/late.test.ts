import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeOutputs } from '../../src/build/make-outputs.ts'
import { InputError, NoBrowserError } from '../../src/util/diagnostic.ts'
import { createReport } from '../../src/util/report.ts'
import { outcome } from './door.ts'
import { edited, read } from './edited.ts'
import { type Case, type Changes, composedWith } from './outcome.ts'

const ROOT = join(import.meta.dirname, '../..')
const report = createReport({ write: () => undefined, interactive: false })
const absent = () => Promise.reject(new NoBrowserError('no browser here'))
const printer = {
  expect: () => undefined,
  pdf: absent,
  photograph: absent,
  measure: absent,
  version: absent,
  close: async () => {},
}

/** What comes of an output of the smallest deck with these changes: `made`, or every problem. */
async function outcomeOf(output: string, changes: Changes): Promise<string> {
  return composedWith(join(import.meta.dirname, '../decks/minimal'), changes, async (story) => {
    try {
      const options = { only: [output], also: [], paper: 'a4' } as const
      const { problems } = await makeOutputs(story, options, { report, printer, root: ROOT })
      return problems.length === 0 ? 'made' : new InputError(problems).message
    } catch (error) {
      if (error instanceof InputError) return error.message
      throw error
    }
  })
}

const deck = edited('slides/deck.ts')
const FAILS = "(() => { throw new Error('too late') })()"
const COLUMNS = (text: string) =>
  `columns: { missing: '', all: [{ key: 'size', label: '', numeric: true, text: () => ${text} }] }`
const BARS = (value: string, share: string) =>
  `handout: { columns: [], bars: { column: 'size', title: 'x', marks: [], value: () => ${value}, share: () => ${share} },\n` +
  "sheets: [{ header: '', parts: [{ kind: 'opener', title: 'a', records: ['alpha'] }, { kind: 'rows', records: ['gamma', 'beta', 'alpha'] }] }] }"

/** What outputs are told of a deck is asked for before any is made. */
const ANSWERS: readonly Case[] = [
  [
    'a description',
    deck("caption: 'letters'", `caption: id === 'beta' ? ${FAILS} : ''`),
    'slides/deck.ts:24:103 describe of `beta` failed: too late',
  ],
  [
    'a column',
    deck('downloads: {},', `downloads: {},\n  ${COLUMNS(FAILS)},`),
    'slides/deck.ts:14:101 columns, `size` of `gamma` failed: too late',
  ],
  [
    'a column that says nothing',
    deck('downloads: {},', `downloads: {}, ${COLUMNS('undefined')},`),
    'slides/deck.ts columns, `size` of `gamma`: found nothing, expected a text, or null where there is none',
  ],
  [
    'a description of nothing',
    deck('facts: [] })', 'facts: [] as never } as never && undefined as never)'),
    'slides/deck.ts describe of `gamma`: found nothing, expected { figure: { value, caption }, facts: [{ label, value }, …] }',
  ],
  [
    'the value of a bar, and what else is wrong',
    deck('downloads: {},', `downloads: {}, ${COLUMNS('5')},\n  ${BARS(FAILS, "''")},`),
    'slides/deck.ts columns, `size` of `gamma`: found `5`, expected a text, or null where there is none\nslides/deck.ts:14:102 handout.bars.value of `gamma` failed: too late\n2 problems',
  ],
  [
    'the share of an act',
    deck('downloads: {},', `downloads: {}, ${COLUMNS("''")},\n  ${BARS('1', FAILS)},`),
    'slides/deck.ts:14:118 handout.bars.share failed: too late',
  ],
  [
    'a function where a value is expected',
    deck(
      'downloads: {},',
      `downloads: {}, ${COLUMNS("''")},\n  ${BARS('1', "''").replace('columns: []', 'columns: [], without: [() => 1] as never')},`,
    ),
    'slides/deck.ts handout: found what is no plain value in it, expected texts, numbers, lists and objects',
  ],
]

test.for(ANSWERS)('%s that fails before anything is made', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})

test('nothing that fails as an output is made', async () => expect(await outcomeOf('read', {})).toBe('made'))

test('a chart that fails at one size alone, as that is asked for', async () => {
  const changes = { 'charts/bars.ts': read('charts/bars.ts').replace('padding: 10', `padding: width < 1000 ? ${FAILS} : 10`) }
  expect(await outcomeOf('read', changes)).toBe('charts/bars.ts:8:44 chart `bars` (column): too late')
})
