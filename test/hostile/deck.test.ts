import { expect, test } from 'vitest'
import { FINE as ALL_FINE, outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'

const deck = edited('slides/deck.ts')
const records = edited('data/records.ts')
const FINE = ALL_FINE.replace('A door opens', 'A door opens before the last letter')

/** Decks, records and acts that nothing could be made from. */
const TABLE: readonly Case[] = [
  // — the module —
  [
    'no deck in the folder',
    { 'slides/deck.ts': null },
    'the folder found no slides/deck.ts, expected a deck folder; `npm run build -- init <folder> --data <file>` makes one',
  ],
  [
    'an empty module',
    { 'slides/deck.ts': '' },
    'slides/deck.ts title: found nothing, expected a text\nslides/deck.ts description: found nothing, expected a text\nslides/deck.ts lang: found nothing, expected a language such as `en` or `pt-BR`\nslides/deck.ts date: found nothing, expected a date such as `2024-12-31`\nslides/deck.ts format: found nothing, expected an object\nslides/deck.ts records: found nothing, expected a list\nslides/deck.ts downloads: found nothing, expected an object\nslides/deck.ts source: found nothing, expected a text\nslides/deck.ts acts: found nothing, expected a list\nslides/deck.ts scenes: found nothing, expected an object\nslides/deck.ts components: found nothing, expected an object\nslides/deck.ts layouts: found nothing, expected an object\nslides/deck.ts template: found nothing, expected a function\nslides/deck.ts describe: found nothing, expected a function\n14 problems',
  ],
  [
    'other names of a slide that is not there',
    deck("  source: 'Source", "  otherNames: { gama: ['G'] },\n  source: 'Source"),
    'slides/deck.ts otherNames: unknown slide `gama`; did you mean `gamma`? known: alpha, beta, door, gamma',
  ],
  [
    'other names that are no list of names',
    deck("  source: 'Source", "  otherNames: { gamma: 'G', beta: ['B|b'], alpha: ['A', ''] } as never,\n  source: 'Source"),
    'slides/deck.ts otherNames["gamma"]: found `G`, expected a list of names without `|`\nslides/deck.ts otherNames["beta"]: found a list, expected a list of names without `|`\nslides/deck.ts otherNames["alpha"]: found a list, expected a list of names without `|`\n3 problems',
  ],
  [
    'seconds of the film for no slide, and none',
    deck("  source: 'Source", "  filmSeconds: { gama: 2, gamma: 0 },\n  source: 'Source"),
    'slides/deck.ts filmSeconds: unknown slide `gama`; did you mean `gamma`? known: alpha, beta, door, gamma\nslides/deck.ts filmSeconds["gamma"]: found `0`, expected a number of seconds from 0.5 to 600\n2 problems',
  ],
  ['a syntax error', deck('export default', 'export defualt'), 'slides/deck.ts:6:8 Unexpected "defualt"'],
  [
    'a module that throws',
    deck('export default', "throw new Error('no deck')\nexport default"),
    'slides/deck.ts:6:7 failed: no deck',
  ],
  [
    'a module that throws a text',
    deck('export default', "throw 'no deck'\nexport default"),
    'a module of the deck threw `no deck`, expected it to leave its values',
  ],
  [
    'no default export',
    deck('export default', 'export const deck ='),
    'slides/deck.ts found nothing as the default export, expected `defineDeck({ … })`',
  ],
  [
    'a promise that fails',
    deck('export default', "export const late = Promise.reject(new Error('late'))\nexport default"),
    'slides/deck.ts:6:36 a promise that nobody waits for failed: late',
  ],
  [
    'a timer',
    deck('export default', 'setTimeout(() => { throw new Error() }, 0)\nexport default'),
    'slides/deck.ts:6:1 failed: setTimeout is not a function',
  ],
  [
    'an empty deck',
    { 'slides/deck.ts': 'export default {}' },
    'slides/deck.ts title: found nothing, expected a text\nslides/deck.ts description: found nothing, expected a text\nslides/deck.ts lang: found nothing, expected a language such as `en` or `pt-BR`\nslides/deck.ts date: found nothing, expected a date such as `2024-12-31`\nslides/deck.ts format: found nothing, expected an object\nslides/deck.ts records: found nothing, expected a list\nslides/deck.ts downloads: found nothing, expected an object\nslides/deck.ts source: found nothing, expected a text\nslides/deck.ts acts: found nothing, expected a list\nslides/deck.ts scenes: found nothing, expected an object\nslides/deck.ts components: found nothing, expected an object\nslides/deck.ts layouts: found nothing, expected an object\nslides/deck.ts template: found nothing, expected a function\nslides/deck.ts describe: found nothing, expected a function\n14 problems',
  ],
  [
    'a misspelt part',
    deck('acts:', 'atcs:'),
    'slides/deck.ts acts: found nothing, expected a list\nslides/deck.ts unknown part `atcs`; did you mean `acts`? known: acts, author, autoplay, columns, components, date, describe, description, downloads, filmSeconds, fonts, footer, … (26)\n2 problems',
  ],
  [
    'a language that is none',
    deck("lang: 'en'", "lang: 'no such language'"),
    'slides/deck.ts lang: found `no such language`, expected a language such as `en` or `pt-BR`',
  ],
  [
    'a theme that is none',
    deck("lang: 'en'", "lang: 'en', theme: 'harbor'"),
    'slides/deck.ts theme: found `harbor`, expected a theme that is imported, or a name; did you mean `harbour`? known: gallery, harbour, newsprint, nocturne, orchard',
  ],
  [
    'a date that is none',
    deck("date: '2024-01-01'", "date: 'yesterday'"),
    'slides/deck.ts date: found `yesterday`, expected a date such as `2024-12-31`',
  ],
  [
    'a day that is none',
    deck("date: '2024-01-01'", "date: '2024-02-30'"),
    'slides/deck.ts date: found `2024-02-30`, expected a date such as `2024-12-31`',
  ],
  ['a blank title', deck("title: 'Three letters'", "title: ' '"), 'slides/deck.ts title: found ` `, expected a text'],
  [
    'a download that climbs',
    deck('downloads: {}', "downloads: { '../../../.bashrc': '' }"),
    'slides/deck.ts downloads: found the file name `../../../.bashrc`, expected letters, digits, `.`, `_` and `-`',
  ],
  [
    'a download with an address in its name',
    deck('downloads: {}', "downloads: { 'a?b#c.csv': '' }"),
    'slides/deck.ts downloads: found the file name `a?b#c.csv`, expected letters, digits, `.`, `_` and `-`',
  ],
  [
    'a download of no text',
    deck('downloads: {}', "downloads: { 'a.csv': undefined as never }"),
    'slides/deck.ts downloads["a.csv"]: found nothing, expected a text',
  ],
  [
    'a column whose key is markup',
    deck('downloads: {}', `downloads: {}, columns: { missing: '', all: [{ key: '"><script>' } as never] }`),
    'slides/deck.ts columns.all[0].key: found `"><script>`, expected a word of letters, digits, `_` and `-`',
  ],
  [
    'a column twice',
    deck('downloads: {}', "downloads: {}, columns: { missing: '', all: [{ key: 'a' }, { key: 'a' }] as never }"),
    'slides/deck.ts columns.all[1].key: found `a` again, expected each once',
  ],
  [
    'a scene that is none',
    { 'charts/bars.ts': 'export const bars = undefined' },
    'slides/deck.ts scenes.bars: found nothing, expected an object with spec and steps',
  ],
  [
    'a scene without steps',
    { 'charts/bars.ts': "export const bars = { spec: () => ({ mark: 'bar' }) }" },
    'slides/deck.ts scenes.bars.steps: found nothing, expected a list',
  ],
  [
    'a template that throws',
    deck("body: ''", 'body: (name as never)[0].x.y'),
    "slides/deck.ts:21:32 the template's slide `gamma`: the slide failed to render: Cannot read properties of undefined (reading 'y')\nslides/deck.ts:21:32 the template's slide `alpha`: the slide failed to render: Cannot read properties of undefined (reading 'y')\n2 problems",
  ],
  [
    'a layout that throws',
    { 'slides/plain.tsx': "export function Plain() { throw new Error('bad layout') }" },
    "slides/plain.tsx:1:33 the template's slide `gamma`: the slide failed to render: bad layout\nslides/plain.tsx:1:33 slides/2-beta.mdx: the slide failed to render: bad layout\nslides/plain.tsx:1:33 slides/door.mdx: the slide failed to render: bad layout\nslides/plain.tsx:1:33 the template's slide `alpha`: the slide failed to render: bad layout\n4 problems",
  ],
  [
    'a layout that is missing',
    deck('statement: Plain', 'sentence: Plain'),
    'slides/door.mdx:2:9 layout: unknown `statement`; known: record, sentence',
  ],
  [
    'a title that nobody sees',
    deck("title: 'Three letters'", "title: '\u200b'"),
    'slides/deck.ts title: found `\\u200b`, expected a text',
  ],
  [
    'a title that turns the direction',
    deck("title: 'Three letters'", "title: 'Three \u202eletters'"),
    'slides/deck.ts title: found `Three \\u202eletters`, expected no control characters; remove them',
  ],
  ['a language that Node does not know', deck("lang: 'en'", "lang: 'tlh'"), FINE],
  [
    'a step that is nothing',
    { 'charts/bars.ts': "export const bars = { spec: () => ({ mark: 'bar' }), steps: [, null, { id: 'a', name: 5 }] as never }" },
    'slides/deck.ts scenes.bars.steps[0]: found nothing, expected an object with id, params and name\nslides/deck.ts scenes.bars.steps[1]: found `null`, expected an object with id, params and name\nslides/deck.ts scenes.bars.steps[2].params: found nothing, expected an object\nslides/deck.ts scenes.bars.steps[2].name: found `5`, expected a sentence\n4 problems',
  ],
  [
    'a template that says nothing',
    { 'slides/deck.ts': read('slides/deck.ts').replace(/template: [\s\S]*?\}\),\n/, 'template: () => undefined as never,\n') },
    "the template's slide `gamma` the slide failed to render: `template` returned undefined, expected { headline, body, notes }\nthe template's slide `alpha` the slide failed to render: `template` returned undefined, expected { headline, body, notes }\n2 problems",
  ],
  [
    'a layout that draws nothing',
    { 'slides/plain.tsx': 'export async function Plain() { return null }' },
    "the template's slide `gamma` the layout `record` draws nothing, expected an element around headline and body\nslides/2-beta.mdx the layout `record` draws nothing, expected an element around headline and body\nslides/door.mdx the layout `statement` draws nothing, expected an element around headline and body\nthe template's slide `alpha` the layout `record` draws nothing, expected an element around headline and body\n4 problems",
  ],
  [
    'a member for all lists',
    records('export const by', "Object.assign(Array.prototype, { sum: () => 'all' })\nexport const by"),
    'a module of the deck changed `Array.prototype.sum`, expected it to leave what others use alone; write a function instead',
  ],
  [
    'a member that all lists lose',
    records('export const by', 'Object.assign(Array.prototype, { map: undefined })\nexport const by'),
    'a module of the deck changed `Array.prototype.map`, expected it to leave what others use alone; write a function instead',
  ],
  // — acts —
  [
    'no act',
    deck("acts: [{ id: 'only', title: 'The only act', scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha'] }]", 'acts: []'),
    'slides/deck.ts acts: found none, expected at least one with a slide',
  ],
  [
    'an act without slides',
    deck("slides: ['gamma', 'beta', 'door', 'alpha']", 'slides: []'),
    'slides/deck.ts acts: found no slide in any, expected at least one',
  ],
  ['an act without a title', deck("title: 'The only act', ", ''), 'slides/deck.ts acts[0].title: found nothing, expected a text'],
  [
    'an act whose id is markup',
    deck("id: 'only'", `id: '"><script>'`),
    'slides/deck.ts acts[0].id: found `"><script>`, expected lower-case letters and digits, with single hyphens between them',
  ],
  [
    'an act twice',
    deck("acts: [{ id: 'only'", "acts: [{ id: 'only', title: 'One', slides: [] }, { id: 'only'"),
    'slides/deck.ts acts[1].id: found `only` again, expected each once',
  ],
  [
    'a slide twice',
    deck("'door', 'alpha'", "'door', 'door', 'alpha'"),
    'slides/deck.ts two slides have the id `door`; expected each once',
  ],
  [
    'a slide that nobody wrote',
    deck("'door', 'alpha'", "'door', 'window', 'alpha'"),
    'slides/deck.ts the slide `window` has no file slides/window.mdx and no record; known: alpha, beta, door, gamma',
  ],
  [
    "a slide called like an act's heading",
    deck("'door', 'alpha'", "'door', 'act-only', 'alpha'"),
    "slides/deck.ts the slide `act-only` has the id of an act's heading; rename the one or the other",
  ],
  [
    'a scene that is not there',
    deck("scene: 'bars'", "scene: 'bras'"),
    'slides/deck.ts scene: unknown `bras`; did you mean `bars`? known: bars, none\nslides/2-beta.mdx scene: unknown `bras`; did you mean `bars`? known: bars, none\nslides/door.mdx scene: unknown `bras`; did you mean `bars`? known: bars, none\n3 problems',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
