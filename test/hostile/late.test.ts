import { join } from 'node:path'
import { makeOutputs } from '../../src/build/make-outputs.ts'
import { InputError, NoBrowserError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { edited, read } from './edited.ts'
import { type Changes, composedWith } from './outcome.ts'
import { testStored } from './stored.ts'

const ROOT = join(import.meta.dirname, '../..')
const report = silent
const absent = () => Promise.reject(new NoBrowserError('no browser here'))
const printer = {
  expect: () => undefined,
  pdf: absent,
  photograph: absent,
  measure: absent,
  perform: absent,
  version: absent,
  close: async () => {},
}

/** What comes of an output of the smallest deck with these changes: `made`, or every diagnostic. */
async function outcomeOf(output: string, changes: Changes): Promise<string> {
  return composedWith(join(import.meta.dirname, '../decks/minimal'), changes, async (story) => {
    const options = { only: [output], also: [], paper: 'a4' } as const
    const { diagnostics } = await makeOutputs(story, options, { report, printer, root: ROOT })
    return diagnostics.length === 0 ? 'made' : new InputError(diagnostics).message
  })
}

const deck = edited('slides/deck.ts')
const FAILS = "(() => { throw new Error('too late') })()"
const COLUMNS = (text: string) =>
  `columns: { missing: '', all: [{ key: 'size', label: '', numeric: true, text: () => ${text} }] }`
const BARS = (value: string, share: string) =>
  `handout: { columns: [], bars: { column: 'size', title: 'x', marks: [], value: () => ${value}, share: () => ${share} },\n` +
  "sheets: [{ header: '', parts: [{ kind: 'opener', title: 'a', records: ['alpha'] }, { kind: 'rows', records: ['gamma', 'beta', 'alpha'] }] }] }"

/** What fails only when outputs are made. */
const TABLE: readonly (readonly [name: string, output: string, changes: Changes])[] = [
  ['nothing', 'read', {}],
  ['a description', 'read', deck("caption: 'letters'", `caption: id === 'beta' ? ${FAILS} : ''`)],
  ['a column', 'handout', deck('downloads: {},', `downloads: {},\n  ${COLUMNS(FAILS)},`)],
  ['a description of nothing', 'read', deck('facts: [] })', 'facts: [] as never } as never && undefined as never)')],
  ['the value of a bar', 'handout', deck('downloads: {},', `downloads: {}, ${COLUMNS("''")},\n  ${BARS(FAILS, "''")},`)],
  ['the share of an act', 'handout', deck('downloads: {},', `downloads: {}, ${COLUMNS("''")},\n  ${BARS('1', FAILS)},`)],
  [
    'a chart at one size alone',
    'read',
    { 'charts/bars.ts': read('charts/bars.ts').replace('padding: 10', `padding: width < 1000 ? ${FAILS} : 10`) },
  ],
]

testStored('late', TABLE, ([, output, changes]) => outcomeOf(output, changes))
