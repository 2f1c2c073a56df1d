import { outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

const records = edited('data/records.ts')

const deck = edited('slides/deck.ts')
/** The smallest deck with so many records, without a chart. */
const told = (count: number) => ({
  'data/records.ts': `export const records = Array.from({ length: ${count} }, (_, index) => ({ id: \`letter-\${${count} - index}\`, rank: ${count} - index, name: \`Letter \${${count} - index}\`, size: index }))
export const by = Object.fromEntries(records.map((record) => [record.id, record]))`,
  'slides/2-beta.mdx': null,
  ...deck("scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha']", "slides: [...records.map(({ id }) => id), 'door']"),
})

/** Records that no slide could be made of. */
const TABLE: readonly Case[] = [
  ['no record', told(0)],
  ['one record', told(1)],
  ['a hundred records', told(100)],
  ['records that throw', { 'data/records.ts': "throw new TypeError('boom')\nexport const records = []\nexport const by = {}" }],
  ['a record that is nothing', records("{ id: 'beta', rank: 2, name: 'Beta', size: 4 }", 'null as never')],
  [
    'more records than anybody could be told',
    {
      'data/records.ts':
        "export const records = Array.from({ length: 50_001 }, (_, index) => ({ id: 'a' + index, rank: index + 1, name: 'A' + index })) as never[]\nexport const by: Record<string, never> = {}",
    },
  ],
  [
    'a list with a hole',
    {
      'data/records.ts':
        "export const records = [, { id: 'beta', rank: 1, name: 'Beta' }] as never[]\nexport const by: Record<string, never> = {}",
    },
  ],
  [
    'a record that throws when it is read',
    records("{ id: 'beta', rank: 2, name: 'Beta', size: 4 }", "new Proxy({}, { get() { throw new Error('no') } }) as never"),
  ],
  ['a name that steers the terminal', records("name: 'Beta'", "name: '\\u001b[2JBeta'")],
  ['an id twice', records("id: 'beta'", "id: 'alpha'")],
  ['an id that climbs', records("id: 'beta'", "id: '../../beta'")],
  ['an id that is a prototype', records("id: 'beta'", "id: '__proto__'")],
  ['an id with a blank', records("id: 'beta'", "id: 'be ta'")],
  ['an id in capitals', records("id: 'beta'", "id: 'BETA'")],
  ['an id of markup', records("id: 'beta'", `id: '"><script>'`)],
  ['an id that is a number', records("id: 'beta'", "id: '2'")],
  ['an id of the pages', records("id: 'beta'", "id: 'announcer'")],
  ['no id', records("id: 'beta', ", '')],
  ['no name', records("name: 'Beta', ", '')],
  ['a rank that is no number', records('rank: 2', 'rank: NaN')],
  ['a negative rank', records('rank: 2', 'rank: -2')],
  ['await at the top', { 'data/records.ts': `${read('data/records.ts')}\nawait 1` }],
]

testStored('records', TABLE, ([, changes]) => outcome(changes))
