import { outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

const deck = edited('slides/deck.ts')
const records = edited('data/records.ts')

/** Decks, records and acts that nothing could be made from. */
const TABLE: readonly Case[] = [
  // — the module —
  ['no deck in the folder', { 'slides/deck.ts': null }],
  ['an empty module', { 'slides/deck.ts': '' }],
  ['other names of a slide that is not there', deck("  source: 'Source", "  otherNames: { gama: ['G'] },\n  source: 'Source")],
  [
    'other names that are no list of names',
    deck("  source: 'Source", "  otherNames: { gamma: 'G', beta: ['B|b'], alpha: ['A', ''] } as never,\n  source: 'Source"),
  ],
  [
    'seconds of the film for no slide, and none',
    deck("  source: 'Source", "  filmSeconds: { gama: 2, gamma: 0 },\n  source: 'Source"),
  ],
  ['a syntax error', deck('export default', 'export defualt')],
  ['a module that throws', deck('export default', "throw new Error('no deck')\nexport default")],
  ['a module that throws a text', deck('export default', "throw 'no deck'\nexport default")],
  ['no default export', deck('export default', 'export const deck =')],
  ['a promise that fails', deck('export default', "export const late = Promise.reject(new Error('late'))\nexport default")],
  ['a timer', deck('export default', 'setTimeout(() => { throw new Error() }, 0)\nexport default')],
  ['an empty deck', { 'slides/deck.ts': 'export default {}' }],
  ['a misspelt part', deck('acts:', 'atcs:')],
  ['a language that is none', deck("lang: 'en'", "lang: 'no such language'")],
  ['a theme that is none', deck("lang: 'en'", "lang: 'en', theme: 'harbor'")],
  ['a date that is none', deck("date: '2024-01-01'", "date: 'yesterday'")],
  ['a day that is none', deck("date: '2024-01-01'", "date: '2024-02-30'")],
  ['a blank title', deck("title: 'Three letters'", "title: ' '")],
  ['a download that climbs', deck('downloads: {}', "downloads: { '../../../.bashrc': '' }")],
  ['a download with an address in its name', deck('downloads: {}', "downloads: { 'a?b#c.csv': '' }")],
  ['a download of no text', deck('downloads: {}', "downloads: { 'a.csv': undefined as never }")],
  [
    'a column whose key is markup',
    deck('downloads: {}', `downloads: {}, columns: { missing: '', all: [{ key: '"><script>' } as never] }`),
  ],
  [
    'a column twice',
    deck('downloads: {}', "downloads: {}, columns: { missing: '', all: [{ key: 'a' }, { key: 'a' }] as never }"),
  ],
  ['a scene that is none', { 'charts/bars.ts': 'export const bars = undefined' }],
  ['a scene without steps', { 'charts/bars.ts': "export const bars = { spec: () => ({ mark: 'bar' }) }" }],
  ['a template that throws', deck("body: ''", 'body: (name as never)[0].x.y')],
  ['a layout that throws', { 'slides/plain.tsx': "export function Plain() { throw new Error('bad layout') }" }],
  ['a layout that is missing', deck('statement: Plain', 'sentence: Plain')],
  ['a title that nobody sees', deck("title: 'Three letters'", "title: '\u200b'")],
  ['a title that turns the direction', deck("title: 'Three letters'", "title: 'Three \u202eletters'")],
  ['a language that Node does not know', deck("lang: 'en'", "lang: 'tlh'")],
  [
    'a step that is nothing',
    { 'charts/bars.ts': "export const bars = { spec: () => ({ mark: 'bar' }), steps: [, null, { id: 'a', name: 5 }] as never }" },
  ],
  [
    'a template that says nothing',
    { 'slides/deck.ts': read('slides/deck.ts').replace(/template: [\s\S]*?\}\),\n/, 'template: () => undefined as never,\n') },
  ],
  ['a layout that draws nothing', { 'slides/plain.tsx': 'export async function Plain() { return null }' }],
  ['a member for all lists', records('export const by', "Object.assign(Array.prototype, { sum: () => 'all' })\nexport const by")],
  [
    'a member that all lists lose',
    records('export const by', 'Object.assign(Array.prototype, { map: undefined })\nexport const by'),
  ],
  // — acts —
  [
    'no act',
    deck("acts: [{ id: 'only', title: 'The only act', scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha'] }]", 'acts: []'),
  ],
  ['an act without slides', deck("slides: ['gamma', 'beta', 'door', 'alpha']", 'slides: []')],
  ['an act without a title', deck("title: 'The only act', ", '')],
  ['an act whose id is markup', deck("id: 'only'", `id: '"><script>'`)],
  ['an act twice', deck("acts: [{ id: 'only'", "acts: [{ id: 'only', title: 'One', slides: [] }, { id: 'only'")],
  ['a slide twice', deck("'door', 'alpha'", "'door', 'door', 'alpha'")],
  ['a slide that nobody wrote', deck("'door', 'alpha'", "'door', 'window', 'alpha'")],
  ["a slide called like an act's heading", deck("'door', 'alpha'", "'door', 'act-only', 'alpha'")],
  ['a scene that is not there', deck("scene: 'bars'", "scene: 'bras'")],
]

testStored('deck', TABLE, ([, changes]) => outcome(changes))
